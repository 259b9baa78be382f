package org.intakehub.gateway.inbox;

import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.hotspot.WarnedHotSpots;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of hot spots. */
@Controller
@RequestMapping("/hot-spots")
class HotSpotsController {
    private static final int SIZE = 50;

    private final WarnedHotSpots hotSpots;
    private final HotSpotSheets sheets;
    private final DrawnMap map;

    HotSpotsController(WarnedHotSpots hotSpots, HotSpotSheets sheets, DrawnMap map) {
        this.hotSpots = hotSpots;
        this.sheets = sheets;
        this.map = map;
    }

    @GetMapping
    String list(@RequestParam @Nullable String after, Model model) {
        model.addAttribute("tiles", map.of(hotSpots.openByDivision()));
        var found = hotSpots.list(Places.after(after).orElse(Long.MAX_VALUE), SIZE + 1);
        model.addAttribute("page", Page.of(found, SIZE, one -> Long.toString(one.seq())));
        return "hot-spots";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        model.addAttribute("sheet", sheets.find(id).orElseThrow(CaseController::notFound));
        model.addAttribute("maySettle", CaseAccess.of(account).maySettleHotSpots());
        return "hot-spot";
    }

    /** Somebody may have been faster, and then the page says who. */
    @PostMapping("/{id}/acted")
    String acted(@PathVariable UUID id, @RequestParam int revision, @AuthenticationPrincipal Account account) {
        hotSpots.act(id, revision, account.username());
        return "redirect:/hot-spots/" + id;
    }

    @PostMapping("/{id}/dismissed")
    String dismissed(@PathVariable UUID id, @RequestParam int revision, @AuthenticationPrincipal Account account) {
        hotSpots.dismiss(id, revision, account.username());
        return "redirect:/hot-spots/" + id;
    }
}
