package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.FarRequest.Kind;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.reply.Asked;
import org.intakehub.gateway.reply.FarRequests;
import org.intakehub.gateway.reply.Proofs;
import org.intakehub.gateway.reply.RequestFields;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests to far ends for machines: what can be asked about a case, what was asked, and how far it came. */
@RestController
@RequestMapping("/api/v1/cases/{id}/requests")
@Tag(name = "Cases")
class RequestsApi {
    private final FarRequests requests;
    private final Outbound outbound;
    private final Proofs proofs;
    private final Supplier<UUID> ids;

    RequestsApi(FarRequests requests, Outbound outbound, Proofs proofs, Supplier<UUID> ids) {
        this.requests = requests;
        this.outbound = outbound;
        this.proofs = proofs;
        this.ids = ids;
    }

    /**
     * @param possible what can be asked, by source
     * @param items what was asked, the oldest first
     */
    record All(Map<String, Set<Kind>> possible, List<Asked> items) {}

    @GetMapping
    @Operation(summary = "What can be asked of far ends about a case, and what was asked")
    All all(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        return new All(requests.possible(id), requests.of(id));
    }

    /**
     * @param id of the request, the same for every attempt at making it
     * @param revision of the case as it was read
     */
    record Wanted(
            @Nullable UUID id,
            int revision,
            Kind kind,
            String opinion,
            @Nullable Instant until,
            @Nullable Kind on,
            @Nullable Boolean agreed,
            @Nullable String state) {
        @Override
        public String toString() {
            return "Wanted[" + id + ", " + kind + "]";
        }
    }

    record Accepted(UUID id) {}

    @PostMapping
    @Operation(
            summary = "Asks a far end about a case: for more time, to take it back, to take it over, and so on",
            description =
                    "Sent in the background. 409 if the case changed since the given revision, or if no far end takes"
                            + " such a request about it.")
    ResponseEntity<?> ask(@PathVariable UUID id, @RequestBody Wanted wanted, @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        var requestId = wanted.id() == null ? ids.get() : wanted.id();
        var result = requests.ask(id, requestId, wanted.revision(), fields(wanted), account.username());
        return switch (result) {
            case DONE -> ResponseEntity.accepted().body(new Accepted(requestId));
            case STALE -> conflict("the case changed since this revision; read it again");
            case NOT_TAKEN -> conflict("no far end takes such a request about this case");
        };
    }

    private static RequestFields fields(Wanted wanted) {
        if (wanted.kind() == null) {
            throw new BadParameter("kind is needed");
        }
        try {
            return new RequestFields(
                    wanted.kind(), wanted.opinion(), wanted.until(), wanted.on(), wanted.agreed(), wanted.state());
        } catch (IllegalArgumentException e) {
            throw new BadParameter(String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/{request}/settled")
    @Operation(
            summary = "Says that a person has told the far end",
            description = "409 if the request does not wait for a person.")
    ResponseEntity<?> settled(
            @PathVariable UUID id, @PathVariable UUID request, @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        return requests.settled(id, request, account.username())
                ? ResponseEntity.noContent().build()
                : conflict("no such request of this case waits for a person");
    }

    @GetMapping("/{request}/proof")
    @Operation(summary = "What left the hub for a request, and what was answered")
    RepliesApi.Proof proof(
            @PathVariable UUID id, @PathVariable UUID request, @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        return new RepliesApi.Proof(Outbound.shown(proofs.ofRequest(id, request)));
    }

    private static ResponseEntity<?> conflict(String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail))
                .build();
    }
}
