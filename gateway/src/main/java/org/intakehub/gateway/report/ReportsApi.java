package org.intakehub.gateway.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.inbox.CaseAccess;
import org.intakehub.gateway.inbox.Keyset;
import org.intakehub.gateway.inbox.Listing;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reports for machines. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(
        name = "Reports",
        description =
                "Figures of a span as they stood at a moment: asked again with the same 'asOf', they are the same")
class ReportsApi {
    private final Reports reports;
    private final ReportedCases cases;
    private final Selections selections;
    private final Spans spans;

    ReportsApi(Reports reports, ReportedCases cases, Selections selections, Spans spans) {
        this.reports = reports;
        this.cases = cases;
        this.selections = selections;
        this.spans = spans;
    }

    @GetMapping("/channels")
    @Operation(
            summary = "Cases, closed cases and the closed rate by channel",
            description = "Every case that came in counts; a merged one is closed when its main case is.")
    Figures.Channels channels(@ParameterObject AskedSpan span, @AuthenticationPrincipal Account account) {
        return Figures.Channels.of(reports.channels(spans.of(span), CaseAccess.of(account)));
    }

    @GetMapping("/indicators")
    @Operation(
            summary = "The national indicators, and what they leave out",
            description = "Rates in per cent; absent where nothing was counted.")
    Figures.Indicators indicators(@ParameterObject AskedSpan asked, @AuthenticationPrincipal Account account) {
        var span = spans.of(asked);
        return new Figures.Indicators(
                Figures.When.of(span), Figures.Line.of(reports.indicators(span, CaseAccess.of(account))));
    }

    @GetMapping("/units")
    @Operation(summary = "The indicators by the unit that leads, over the work orders dispatched in the span")
    Figures.Lines units(@ParameterObject AskedSpan span, @AuthenticationPrincipal Account account) {
        return Figures.Lines.of(reports.units(spans.of(span), CaseAccess.of(account)));
    }

    @GetMapping("/operators")
    @Operation(summary = "By person: matters brought to an end, triage decisions, calls taken down, citizens called")
    Figures.Lines operators(@ParameterObject AskedSpan span, @AuthenticationPrincipal Account account) {
        return Figures.Lines.of(reports.operators(spans.of(span), CaseAccess.of(account)));
    }

    @GetMapping("/cases")
    @Operation(
            summary = "The cases behind a figure, newest first",
            description = "As they stood at the report's moment. Follow 'next' for the next page.")
    Listing<ReportedCase> cases(
            @ParameterObject Selections.Asked figure,
            @ParameterObject AskedSpan span,
            @Parameter(description = "Cursor of the page before") @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Account account) {
        if (size < 1 || size > ReportedCases.MOST) {
            throw new BadParameter("'size' is between 1 and " + ReportedCases.MOST);
        }
        var access = CaseAccess.of(account);
        var selection = selections.of(figure, span, access);
        var page = cases.page(selection, access, Optional.ofNullable(after).map(Keyset::parse), size);
        return new Listing<>(
                page.rows(),
                page.next()
                        .map(next -> selection.address(
                                "/api/v1/reports/cases", Map.of("after", next, "size", Integer.toString(size))))
                        .orElse(null));
    }
}
