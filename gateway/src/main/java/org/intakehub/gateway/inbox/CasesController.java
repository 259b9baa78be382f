package org.intakehub.gateway.inbox;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.Ground;
import org.intakehub.gateway.account.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox page, and its rows alone for a page that is open. */
@Controller
class CasesController {
    private static final int SIZE = 50;

    private final CaseList cases;
    private final CaseCounts counts;
    private final CaseFacets facets;
    private final Clock clock;

    CasesController(CaseList cases, CaseCounts counts, CaseFacets facets, Clock clock) {
        this.cases = cases;
        this.counts = counts;
        this.facets = facets;
        this.clock = clock;
    }

    /** The counts of the views alone, for a page that is open. */
    @GetMapping("/cases/counts")
    String counts(@RequestParam @Nullable String view, @AuthenticationPrincipal Account account, Model model) {
        model.addAttribute("counts", counts.of(CaseAccess.of(account)));
        model.addAttribute("filter", CaseFilter.of(null, null, null, null, null, view));
        return "cases :: views";
    }

    /** By what the list can be narrowed further, with counts. */
    @GetMapping("/cases/facets")
    String facets(
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String category,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String view,
            @AuthenticationPrincipal Account account,
            Model model) {
        model.addAttribute("facets", facets.of(CaseAccess.of(account)));
        model.addAttribute("filter", CaseFilter.of(channel, state, category, unit, q, view));
        return "parts-desk :: facets";
    }

    /**
     * @param part {@code rows} for the rows alone
     * @param open the case that stands beside the list
     * @param size how many rows an open page has, so that a refresh covers them all
     */
    @GetMapping("/cases")
    String list(
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String category,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String view,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String part,
            @RequestParam @Nullable UUID open,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Account account,
            Model model) {
        var filter = CaseFilter.of(channel, state, category, unit, q, view);
        var place = Optional.ofNullable(after).map(Keyset::parse);
        var page = cases.page(CaseAccess.of(account), filter, place, Math.max(SIZE, size));
        model.addAttribute("page", page);
        model.addAttribute("now", clock.instant());
        model.addAttribute("fromTop", place.isEmpty());
        model.addAttribute("filter", filter);
        model.addAttribute("rowsAddress", filter.address("/cases", Map.of("part", "rows")));
        model.addAttribute(
                "nextAddress",
                page.next()
                        .map(next -> filter.address("/cases", Map.of("part", "rows", "after", next)))
                        .orElse(""));
        model.addAttribute("mayTriage", CaseAccess.of(account).mayTriage());
        if ("rows".equals(part)) {
            return "cases :: rows";
        }
        model.addAttribute("counts", counts.of(CaseAccess.of(account)));
        model.addAttribute("open", open);
        model.addAttribute("openAddress", open == null ? null : CaseFilter.caseAddress(open, filter.q()));
        model.addAttribute("listAddress", filter.address("/cases", Map.of()));
        model.addAttribute("facetsAddress", filter.address("/cases/facets", Map.of()));
        model.addAttribute("states", CaseState.values());
        model.addAttribute("grounds", Ground.values());
        return "cases";
    }
}
