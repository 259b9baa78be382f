package org.intakehub.gateway.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.inbox.CaseAccess;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages for meetings: the agenda of the month, and the ranking of the year. */
@Controller
class AgendaController {
    private final Agenda agenda;
    private final Reports reports;
    private final Spans spans;

    AgendaController(Agenda agenda, Reports reports, Spans spans) {
        this.agenda = agenda;
        this.reports = reports;
        this.spans = spans;
    }

    @GetMapping("/reports/agenda")
    String agenda(@ModelAttribute AskedSpan asked, @AuthenticationPrincipal Account account, Model model) {
        var access = CaseAccess.of(account);
        var span = spans.of(asked);
        ReportsController.show("agenda", span, account, model);
        model.addAttribute("sheet", agenda.of(span, access));
        return "report-agenda";
    }

    @GetMapping("/reports/ranking")
    String ranking(@RequestParam @Nullable Integer year, @AuthenticationPrincipal Account account, Model model) {
        var access = CaseAccess.of(account);
        var span = spans.year(year == null ? spans.thisYear() : year);
        ReportsController.show("ranking", span, account, model);
        model.addAttribute("year", span.from().getYear());
        model.addAttribute("report", reports.ranking(span, access));
        if (access.maySeeOperators()) {
            model.addAttribute("people", reports.operators(span, access));
        }
        return "report-ranking";
    }

    /** The same for machines. */
    @RestController
    @Tag(name = "Reports")
    static class Api {
        private final Agenda agenda;
        private final Reports reports;
        private final Spans spans;

        Api(Agenda agenda, Reports reports, Spans spans) {
            this.agenda = agenda;
            this.reports = reports;
            this.spans = spans;
        }

        /** What a consultation should talk about. */
        @Schema(name = "ReportAgenda")
        record Topics(
                Figures.When when,
                List<Agenda.Repeat> repeated,
                List<Agenda.Item> toldAgain,
                List<Agenda.Item> stalled,
                List<Agenda.Item> disputed) {
            Topics {
                repeated = List.copyOf(repeated);
                toldAgain = List.copyOf(toldAgain);
                stalled = List.copyOf(stalled);
                disputed = List.copyOf(disputed);
            }
        }

        @GetMapping("/api/v1/reports/agenda")
        @Operation(
                summary = "What the consultation of a month should talk about: what repeats, stalls and is disputed",
                description =
                        "Ten of a kind at most. 'times': told again so often, open so many days, or objected to so often.")
        Topics agenda(@ParameterObject AskedSpan asked, @AuthenticationPrincipal Account account) {
            var sheet = agenda.of(spans.of(asked), CaseAccess.of(account));
            return new Topics(
                    Figures.When.of(sheet.span()),
                    sheet.repeated(),
                    sheet.toldAgain(),
                    sheet.stalled(),
                    sheet.disputed());
        }

        @GetMapping("/api/v1/reports/ranking")
        @Operation(summary = "The units of a year, the highest composite first")
        Figures.Lines ranking(
                @Parameter(description = "This year unless told") @RequestParam @Nullable Integer year,
                @AuthenticationPrincipal Account account) {
            var span = spans.year(year == null ? spans.thisYear() : year);
            return Figures.Lines.of(reports.ranking(span, CaseAccess.of(account)));
        }
    }
}
