package org.intakehub.gateway.followup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.gateway.account.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Follow-up for machines, such as a call centre of its own. */
@RestController
@RequestMapping("/api/v1/follow-ups")
@Tag(name = "Follow-up", description = "Whether citizens think their matter solved; 409 says by 'obstacle' why not")
class FollowUpsApi {
    private static final int MOST = 200;

    private final FollowUps followUps;
    private final FollowUpDesk desk;

    FollowUpsApi(FollowUps followUps, FollowUpDesk desk) {
        this.followUps = followUps;
        this.desk = desk;
    }

    /** @param next address of the next page; absent on the last one */
    record Page(List<FollowUp> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    /** @param what why the citizen was not reached */
    record Attempt(
            int revision, @Nullable String person, @Nullable String what) {}

    /** What the citizen said on the telephone. */
    record Said(
            int revision,
            @Nullable String person,
            boolean contacted,
            boolean solved,
            int satisfaction,
            @Nullable String words) {
        @Override
        public String toString() {
            return "Said[" + satisfaction + "]";
        }
    }

    /** @param days working days that the unit gets if it has to do it again */
    record Ruling(
            int revision,
            @Nullable String person,
            boolean justified,
            @Nullable Integer days,
            @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Who is to be asked, and whose answer waits for a ruling; the oldest first")
    Page waiting(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Account account) {
        var limit = Math.max(1, Math.min(MOST, size));
        var found = followUps.waiting(account, after, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var rows = found.subList(0, limit);
        return new Page(
                rows,
                "/api/v1/follow-ups?size=" + limit + "&after="
                        + rows.get(limit - 1).seq());
    }

    @PostMapping("/{id}/attempt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Notes that the citizen was telephoned and not reached; after the last attempt the case is closed")
    void attempt(@PathVariable UUID id, @RequestBody Attempt attempt, @AuthenticationPrincipal Account account) {
        desk.attempt(
                id, attempt.revision(), attempt.what() == null ? "" : attempt.what(), actor(account, attempt.person()));
    }

    @PostMapping("/{id}/survey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Notes what the citizen said on the telephone")
    void survey(@PathVariable UUID id, @RequestBody Said said, @AuthenticationPrincipal Account account) {
        var survey = new Survey(
                said.contacted(), said.solved(), said.satisfaction(), said.words() == null ? "" : said.words());
        desk.byTelephone(id, said.revision(), survey, actor(account, said.person()));
    }

    @PostMapping("/{id}/ruling")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Rules on a citizen who is not content: rework, or the case is closed")
    void rule(@PathVariable UUID id, @RequestBody Ruling ruling, @AuthenticationPrincipal Account account) {
        desk.rule(
                id,
                ruling.revision(),
                ruling.justified(),
                ruling.days() == null ? 0 : ruling.days(),
                ruling.reason() == null ? "" : ruling.reason(),
                actor(account, ruling.person()));
    }

    private static Actor actor(Account account, @Nullable String person) {
        return new Actor(account.username(), person == null ? "" : person.strip());
    }
}
