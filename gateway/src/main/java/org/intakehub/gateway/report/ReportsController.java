package org.intakehub.gateway.report;

import java.util.Map;
import java.util.Optional;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.inbox.CaseAccess;
import org.intakehub.gateway.inbox.Keyset;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the reports. */
@Controller
@RequestMapping("/reports")
class ReportsController {
    private static final int SIZE = 50;

    private final Reports reports;
    private final ReportedCases cases;
    private final Selections selections;
    private final Spans spans;

    ReportsController(Reports reports, ReportedCases cases, Selections selections, Spans spans) {
        this.reports = reports;
        this.cases = cases;
        this.selections = selections;
        this.spans = spans;
    }

    @GetMapping
    String channels(@ModelAttribute AskedSpan asked, @AuthenticationPrincipal Account account, Model model) {
        var span = spans.of(asked);
        show("channels", span, account, model);
        model.addAttribute("report", reports.channels(span, CaseAccess.of(account)));
        return "report-channels";
    }

    @GetMapping("/indicators")
    String indicators(@ModelAttribute AskedSpan asked, @AuthenticationPrincipal Account account, Model model) {
        var span = spans.of(asked);
        show("indicators", span, account, model);
        model.addAttribute("sum", reports.indicators(span, CaseAccess.of(account)));
        return "report-indicators";
    }

    @GetMapping("/units")
    String units(@ModelAttribute AskedSpan asked, @AuthenticationPrincipal Account account, Model model) {
        var span = spans.of(asked);
        show("units", span, account, model);
        model.addAttribute("report", reports.units(span, CaseAccess.of(account)));
        return "report-units";
    }

    @GetMapping("/operators")
    String operators(@ModelAttribute AskedSpan asked, @AuthenticationPrincipal Account account, Model model) {
        var span = spans.of(asked);
        show("operators", span, account, model);
        model.addAttribute("report", reports.operators(span, CaseAccess.of(account)));
        return "report-operators";
    }

    @GetMapping("/cases")
    String cases(
            @ModelAttribute Selections.Asked figure,
            @ModelAttribute AskedSpan asked,
            @RequestParam @Nullable String after,
            @AuthenticationPrincipal Account account,
            Model model) {
        var access = CaseAccess.of(account);
        var selection = selections.of(figure, asked, access);
        var place = Optional.ofNullable(after).map(Keyset::parse);
        model.addAttribute("selection", selection);
        model.addAttribute("page", cases.page(selection, access, place, SIZE));
        model.addAttribute("nextAddress", selection.address("/reports/cases", Map.of()) + "&");
        model.addAttribute("csv", selection.address("/reports/cases.csv", Map.of()));
        model.addAttribute("xlsx", selection.address("/reports/cases.xlsx", Map.of()));
        return "report-cases";
    }

    static void show(String tab, Span span, Account account, Model model) {
        model.addAttribute("tab", tab);
        model.addAttribute("span", span);
        model.addAttribute("maySeeOperators", CaseAccess.of(account).maySeeOperators());
    }
}
