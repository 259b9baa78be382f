package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.intakehub.gateway.account.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The leader's screen: how the city stands today, readable across a room. */
@Controller
class FiguresController {
    private static final int BAR = 40;
    private static final int STEP = 50;
    private static final int HEIGHT = 150;

    private final Figures figures;
    private final CaseCounts counts;
    private final DrawnMap map;

    FiguresController(Figures figures, CaseCounts counts, DrawnMap map) {
        this.figures = figures;
        this.counts = counts;
        this.map = map;
    }

    /** A bar of the trend, in the units of its drawing. */
    public record Bar(int x, long y, int width, long height, String day, long cases, boolean isToday) {}

    @GetMapping("/screen")
    String screen(@AuthenticationPrincipal Account account, Model model) {
        var sheet = figures.now();
        model.addAttribute("figures", sheet);
        model.addAttribute("views", counts.of(CaseAccess.of(account)));
        model.addAttribute("bars", bars(sheet.trend()));
        model.addAttribute(
                "tiles",
                map.of(sheet.divisions().stream().collect(Collectors.toMap(Figures.Part::code, Figures.Part::cases))));
        return "screen";
    }

    private static List<Bar> bars(List<Figures.Day> days) {
        var most =
                Math.max(1, days.stream().mapToLong(Figures.Day::accepted).max().orElse(1));
        return IntStream.range(0, days.size())
                .mapToObj(index -> {
                    var day = days.get(index);
                    var height = HEIGHT * day.accepted() / most;
                    return new Bar(
                            index * STEP,
                            HEIGHT - height,
                            BAR,
                            height,
                            day.day().getMonthValue() + "-" + day.day().getDayOfMonth(),
                            day.accepted(),
                            index == days.size() - 1);
                })
                .toList();
    }

    /** The same for machines. */
    @RestController
    @Tag(name = "Figures", description = "How the city stands")
    static class Api {
        private final Figures figures;

        Api(Figures figures) {
            this.figures = figures;
        }

        @GetMapping("/api/v1/figures")
        @Operation(
                summary =
                        "Today, the trend of fourteen days, and the last seven days by channel, category and division",
                description =
                        "With the units that lead open work orders, those with most late ones first. Counted every few"
                                + " seconds.")
        Figures.Sheet figures() {
            return figures.now();
        }
    }
}
