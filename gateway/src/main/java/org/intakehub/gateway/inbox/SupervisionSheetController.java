package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.casefile.Mask;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.KeptFrom;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.supervision.SupervisionSheets;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The periodic supervision sheet of a unit (R14), as a page that prints on paper. */
@Controller
class SupervisionSheetController {
    private final Sheets sheets;

    SupervisionSheetController(Sheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping("/supervision/units/{unit}")
    String page(
            @PathVariable String unit,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @AuthenticationPrincipal Account account,
            Model model) {
        model.addAttribute("sheet", sheets.of(unit, from, to, CaseAccess.of(account)));
        return "supervision-sheet";
    }

    /**
     * One sheet.
     *
     * @param from the first day
     * @param to the last day
     */
    record Sheet(
            String unit,
            LocalDate from,
            LocalDate to,
            SupervisionSheets.Figures figures,
            List<SupervisionSheets.Line> lines) {
        Sheet {
            lines = List.copyOf(lines);
        }
    }

    /** The same for machines. */
    @RestController
    @Tag(name = "Supervision")
    static class Api {
        private final Sheets sheets;

        Api(Sheets sheets) {
            this.sheets = sheets;
        }

        @GetMapping("/api/v1/supervision/units/{unit}")
        @Operation(
                summary = "The supervision sheet of a unit",
                description = "Of the work orders that it was given in the days from 'from' to 'to', both included; the"
                        + " current month if they are missing.")
        Sheet sheet(
                @PathVariable String unit,
                @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
                @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
                @AuthenticationPrincipal Account account) {
            return sheets.of(unit, from, to, CaseAccess.of(account));
        }
    }

    /** Sheets as one account may see them. */
    @Component
    static class Sheets {
        private final SupervisionSheets sheets;
        private final CityRules rules;
        private final HubSettings settings;
        private final KeptFrom kept;
        private final Clock clock;

        Sheets(SupervisionSheets sheets, CityRules rules, HubSettings settings, KeptFrom kept, Clock clock) {
            this.sheets = sheets;
            this.kept = kept;
            this.rules = rules;
            this.settings = settings;
            this.clock = clock;
        }

        Sheet of(String unit, @Nullable LocalDate from, @Nullable LocalDate to, CaseAccess access) {
            if (!UnitCode.isWellFormed(unit) || rules.unit(new UnitCode(unit)).isEmpty()) {
                throw CaseController.notFound();
            }
            var today = clock.instant().atZone(settings.zone()).toLocalDate();
            var last = Optional.ofNullable(to).orElse(today);
            var first = Optional.ofNullable(from).orElse(last.withDayOfMonth(1));
            if (first.isAfter(last)
                    || first.plusDays(SupervisionSheets.LONGEST_DAYS).isBefore(last)) {
                throw new BadParameter("'from' lies before 'to', at most " + SupervisionSheets.LONGEST_DAYS + " days");
            }
            var hidden = kept.cases(access.account());
            var lines = sheets.lines(unit, first, last).stream()
                    .filter(line -> !hidden.contains(line.caseId()))
                    .map(line -> access.seesCitizen(Confidentiality.valueOf(line.confidentiality()))
                            ? line.withTitle(Mask.text(line.title()))
                            : line.withTitle(Veil.COVER))
                    .toList();
            return new Sheet(unit, first, last, sheets.figures(unit, first, last), lines);
        }
    }
}
