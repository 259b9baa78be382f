package org.intakehub.gateway.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.inbox.CaseAccess;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows behind a figure as tables to be saved; written while they are read, so that no number of cases is too large. */
@RestController
@Tag(name = "Reports")
class ExportsController {
    private final Selections selections;
    private final Exports exports;

    ExportsController(Selections selections, Exports exports) {
        this.selections = selections;
        this.exports = exports;
    }

    @GetMapping({"/reports/cases.csv", "/api/v1/reports/cases.csv"})
    @Operation(summary = "The cases behind a figure as CSV", description = "One row each; who took them is noted.")
    void csv(
            @ParameterObject Selections.Asked figure,
            @ParameterObject AskedSpan span,
            @AuthenticationPrincipal Account account,
            HttpServletResponse response)
            throws IOException {
        write(Sheet.Form.CSV, figure, span, account, response);
    }

    @GetMapping({"/reports/cases.xlsx", "/api/v1/reports/cases.xlsx"})
    @Operation(summary = "The cases behind a figure as XLSX", description = "One row each; who took them is noted.")
    void xlsx(
            @ParameterObject Selections.Asked figure,
            @ParameterObject AskedSpan span,
            @AuthenticationPrincipal Account account,
            HttpServletResponse response)
            throws IOException {
        write(Sheet.Form.XLSX, figure, span, account, response);
    }

    private void write(
            Sheet.Form form, Selections.Asked figure, AskedSpan span, Account account, HttpServletResponse response)
            throws IOException {
        var access = CaseAccess.of(account);
        var selection = selections.of(figure, span, access);
        var name = selection.span().from() + "-" + selection.span().last() + "-"
                + selection.figure().name().toLowerCase(Locale.ROOT) + "."
                + form.name().toLowerCase(Locale.ROOT);
        response.setContentType(form.type());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, UTF_8).build().toString());
        exports.write(selection, access, form, account.username(), response.getOutputStream());
    }
}
