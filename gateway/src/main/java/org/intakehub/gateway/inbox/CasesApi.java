package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Veil;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.classify.Triage;
import org.intakehub.gateway.dispatch.WorkOrder;
import org.intakehub.gateway.dispatch.WorkOrders;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases and work orders for machines; the same policy decides as for pages. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Cases", description = "Cases and the units' work orders, as far as the key's role may see them")
class CasesApi {
    private final CaseList cases;
    private final CaseCounts counts;
    private final CaseFacets facets;
    private final CaseSheets sheets;
    private final WorkOrders orders;
    private final Triage triage;

    CasesApi(
            CaseList cases, CaseCounts counts, CaseFacets facets, CaseSheets sheets, WorkOrders orders, Triage triage) {
        this.cases = cases;
        this.counts = counts;
        this.facets = facets;
        this.sheets = sheets;
        this.orders = orders;
        this.triage = triage;
    }

    @GetMapping("/cases")
    @Operation(
            summary = "Cases, newest first",
            description = "Follow 'next' for the next page; without it there is none.")
    Listing<CaseRow> list(
            @Parameter(description = "Only of this channel") @RequestParam @Nullable String channel,
            @Parameter(description = "Only in this state") @RequestParam @Nullable String state,
            @Parameter(description = "Two digits: first level; four: second level") @RequestParam @Nullable
                    String category,
            @Parameter(description = "Only with an open work order that this unit leads") @RequestParam @Nullable
                    String unit,
            @Parameter(description = "Words in number, title, description, or the citizen's name and telephone numbers")
                    @RequestParam
                    @Nullable
                    String q,
            @Parameter(
                            description =
                                    "OPEN, MINE, MENTIONED, UNASSIGNED, UNSURE, THREAT, URGENT, SENSITIVE, DUE_SOON or LATE")
                    @RequestParam
                    @Nullable
                    String view,
            @Parameter(description = "Cursor of the page before") @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Account account) {
        var filter = CaseFilter.of(channel, state, category, unit, q, view);
        var place = Optional.ofNullable(after).map(Keyset::parse);
        var page = cases.page(CaseAccess.of(account), filter, place, Places.size(size));
        return new Listing<>(
                page.rows(),
                page.next()
                        .map(next ->
                                filter.address("/api/v1/cases", Map.of("after", next, "size", Integer.toString(size))))
                        .orElse(null));
    }

    @GetMapping("/cases/counts")
    @Operation(summary = "How many open cases each view has", description = "As far as the caller may see them.")
    Map<CaseView, Long> counts(@AuthenticationPrincipal Account account) {
        return counts.of(CaseAccess.of(account));
    }

    @GetMapping("/cases/facets")
    @Operation(
            summary = "By what the list can be narrowed, with counts",
            description = "Open cases by channel, and by the unit that leads an open work order.")
    CaseFacets.Facets facets(@AuthenticationPrincipal Account account) {
        return facets.of(CaseAccess.of(account));
    }

    @GetMapping("/cases/{id}")
    @Operation(summary = "A case with its messages, attachments, work orders, clocks, replies and history")
    CaseSheet one(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return sheets.find(CaseAccess.of(account), id).orElseThrow(CaseController::notFound);
    }

    /** @param division nine digits; none: the place stays as it is */
    record Decision(int revision, String category, @Nullable String division) {}

    @PostMapping("/cases/{id}/triage")
    @Operation(
            summary = "Settles category and place of a case in triage",
            description =
                    "The case goes on to dispatch. 409 if it changed since the given revision or is not in triage.")
    ResponseEntity<?> triage(
            @PathVariable UUID id, @RequestBody Decision decision, @AuthenticationPrincipal Account account) {
        var access = CaseAccess.of(account);
        if (sheets.mark(access, id).isEmpty()) {
            throw CaseController.notFound();
        }
        try {
            var result = triage.classify(
                    id,
                    decision.revision(),
                    decision.category(),
                    Optional.ofNullable(decision.division()),
                    account.username());
            return result == Triage.Result.DONE ? ResponseEntity.noContent().build() : conflict(result);
        } catch (IllegalArgumentException e) {
            throw new BadParameter("category and division have to be among the city's");
        }
    }

    /** What a unit fetches is what would have come to its queue; who only looks on has no need to reach the citizen. */
    private static WorkOrder masked(WorkOrder order) {
        return order.seenThrough(Veil.masking(order.citizenPhones().stream()));
    }

    private static ResponseEntity<?> conflict(Triage.Result result) {
        var detail = result == Triage.Result.STALE
                ? "the case changed since this revision; read it again"
                : "the case does not wait for triage";
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail))
                .build();
    }

    @GetMapping("/units/{unit}/work-orders")
    @Operation(
            summary = "A unit's work orders in the order of their dispatch",
            description = "The 'seq' of the last one is the cursor with which newer ones are asked for later. A unit's"
                    + " key sees its own unit only.")
    Listing<WorkOrder> workOrders(
            @PathVariable String unit,
            @Parameter(description = "Cursor of the page before") @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Account account) {
        if (!CaseAccess.of(account).mayAskFor(unit)) {
            throw CaseController.notFound();
        }
        List<WorkOrder> found = orders.of(unit, Places.after(after).orElse(0L), Places.size(size) + 1);
        var page = Page.of(found, size, order -> Long.toString(order.seq()));
        return new Listing<>(
                page.rows().stream()
                        .map(order -> account.is(Role.UNIT) ? order : masked(order))
                        .toList(),
                page.next()
                        .map(next -> "/api/v1/units/" + unit + "/work-orders?after=" + next + "&size=" + size)
                        .orElse(null));
    }
}
