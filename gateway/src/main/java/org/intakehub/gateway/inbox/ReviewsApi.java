package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.answer.AnswerDesk;
import org.intakehub.gateway.answer.Drafts;
import org.intakehub.gateway.answer.Templates;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Templates of answers, and answers that wait for a second person, for machines. */
@RestController
@Tag(name = "Answers", description = "Templates with their legal basis, and the review of answers before they are sent")
class ReviewsApi {
    private final AnswerDesk desk;
    private final Drafts drafts;
    private final Templates templates;
    private final Outbound outbound;

    ReviewsApi(AnswerDesk desk, Drafts drafts, Templates templates, Outbound outbound) {
        this.desk = desk;
        this.drafts = drafts;
        this.templates = templates;
        this.outbound = outbound;
    }

    /**
     * What the second person says.
     *
     * @param revision of the draft as it was read
     * @param text as it is to be sent; none: as it was drafted
     * @param reason why it is sent back
     */
    record Review(
            int revision,
            @Nullable String person,
            boolean approved,
            @Nullable String text,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Review[" + approved + "]";
        }
    }

    @GetMapping("/api/v1/cases/{id}/answer-templates")
    @Operation(summary = "Templates that fit a case, the most exact first, filled as far as the case has values")
    List<Templates.Offered> templates(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        return templates.of(id);
    }

    @GetMapping("/api/v1/answer-reviews")
    @Operation(summary = "Answers that wait for a second person, the oldest first")
    Listing<Drafts.Draft> waiting(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Account account) {
        var limit = Places.size(size);
        var page = Page.of(drafts.waiting(account, after, limit + 1), limit, draft -> Long.toString(draft.seq()));
        return new Listing<>(
                page.rows(),
                page.next()
                        .map(next -> "/api/v1/answer-reviews?after=" + next + "&size=" + limit)
                        .orElse(null));
    }

    @PostMapping("/api/v1/cases/{id}/answer-reviews/{draft}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Approves an answer, which sends it, or sends it back with a reason",
            description = "409 if it changed or does not wait, or if the same login wrote it.")
    void review(
            @PathVariable UUID id,
            @PathVariable UUID draft,
            @RequestBody Review review,
            @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        var actor = WorkOrdersApi.actor(account, review.person());
        if (review.approved()) {
            desk.approve(id, draft, review.revision(), text(id, draft, review.text()), actor);
        } else {
            desk.sendBack(id, draft, review.revision(), review.reason() == null ? "" : review.reason(), actor);
        }
    }

    private String text(UUID caseId, UUID draft, @Nullable String given) {
        return given == null
                ? drafts.of(caseId).stream()
                        .filter(one -> one.id().equals(draft))
                        .map(Drafts.Draft::text)
                        .findFirst()
                        .orElseThrow(() -> new BadParameter("the case has no such answer"))
                : Outbound.finished(given);
    }
}
