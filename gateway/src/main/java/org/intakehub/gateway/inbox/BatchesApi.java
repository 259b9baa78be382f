package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.Ground;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.batch.Batch;
import org.intakehub.gateway.batch.Batches;
import org.intakehub.gateway.batch.Wish;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same with many cases, for machines. */
@RestController
@RequestMapping("/api/v1/batches")
@Tag(name = "Batches", description = "One step with many cases: a refusal of one stops no other")
class BatchesApi {
    private final BatchStart start;
    private final Batches batches;

    BatchesApi(BatchStart start, Batches batches) {
        this.start = start;
        this.batches = batches;
    }

    /**
     * What to do with which cases.
     *
     * @param category for CONFIRM; none: what the hub understood of each
     * @param ground for NOT_ACCEPT
     * @param text for NOT_ACCEPT: the right way for the citizens
     * @param person who answers for it, by name; none: the caller
     */
    record Begin(
            Wish.@Nullable Kind kind,
            @Nullable List<Batches.Chosen> cases,
            @Nullable String category,
            @Nullable Ground ground,
            @Nullable String text,
            @Nullable String person) {
        @Override
        public String toString() {
            return "Begin[" + kind + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Takes, gives back, confirms or does not accept up to 200 cases",
            description =
                    "Done in the background, each case by itself and with the revision that is given for it; ask for the"
                            + " batch until 'waiting' is 0.")
    Batch begin(@RequestBody Begin begin, @AuthenticationPrincipal Account account) {
        var kind = begin.kind();
        if (kind == null) {
            throw new BadParameter("kind is TAKE, GIVE_BACK, CONFIRM or NOT_ACCEPT");
        }
        var id = start.begin(
                account,
                () -> BatchStart.wish(kind, begin.category(), begin.ground(), begin.text()),
                begin.cases() == null ? List.of() : begin.cases(),
                begin.person() == null ? account.displayName() : begin.person().strip());
        return one(id, account);
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a batch of the caller has come, and what was refused and why")
    Batch one(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return batches.find(id, account.username()).orElseThrow(CaseController::notFound);
    }

    @PostMapping("/{id}/undo")
    @Operation(
            summary = "Leaves the rest alone, and takes back what was confirmed",
            description = "As far as it has not gone out, which is for some seconds after each decision.")
    Batch undo(@Parameter(description = "The batch") @PathVariable UUID id, @AuthenticationPrincipal Account account) {
        batches.undo(id, account.username());
        return one(id, account);
    }
}
