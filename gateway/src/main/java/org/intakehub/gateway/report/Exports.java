package org.intakehub.gateway.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.intakehub.gateway.inbox.CaseAccess;
import org.intakehub.gateway.inbox.Names;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.web.LocalTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows behind a figure into a table, one by one, as far as the reader may see them; and notes who took how many. */
@Component
class Exports {
    private final ReportedCases cases;
    private final Names names;
    private final LocalTimes times;
    private final JdbcClient jdbc;
    private final Clock clock;

    Exports(ReportedCases cases, Names names, LocalTimes times, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.names = names;
        this.times = times;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param actor login name; what was begun is noted, too */
    void write(Selection selection, CaseAccess access, Sheet.Form form, String actor, OutputStream out)
            throws IOException {
        var written = new AtomicLong();
        try (var sheet = form.open(out)) {
            sheet.row(Arrays.stream(Column.values()).map(this::title).toList());
            cases.each(selection, access, row -> {
                append(sheet, cells(row));
                written.incrementAndGet();
            });
        } finally {
            note(selection, form, actor, written.get());
        }
    }

    private static void append(Sheet sheet, List<String> cells) {
        try {
            sheet.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException("the reader has gone", e);
        }
    }

    private void note(Selection selection, Sheet.Form form, String actor, long rows) {
        jdbc.sql("insert into case_export (at, actor, form, what, cases) values (?, ?, ?, ?, ?)")
                .params(Times.sql(clock.instant()), actor, form.name(), selection.address("", Map.of()), rows)
                .update();
    }

    private String title(Column column) {
        return names.word("report.column", column.name());
    }

    private List<String> cells(ReportedCase row) {
        return Arrays.stream(Column.values()).map(column -> cell(column, row)).toList();
    }

    private String cell(Column column, ReportedCase row) {
        return switch (column) {
            case NUMBER -> row.number();
            case CHANNEL -> names.channel(row.channel());
            case ACCEPTED -> times.full(row.acceptedAt());
            case TITLE -> row.title();
            case CATEGORY -> names.category(row.category());
            case DIVISION -> names.division(row.division());
            case UNIT -> names.unit(row.unit());
            case STATE -> names.word("report.state", row.standing());
            case SETTLED -> time(row.settledAt());
            case MERGED_INTO -> text(row.mainNumber());
            case LATE -> yes(row.late());
            case RETURNED -> yes(row.returned());
            case REWORKED -> yes(row.reworked());
            case SATISFACTION ->
                row.satisfaction() == null ? "" : row.satisfaction().toString();
            case CITIZEN -> text(row.citizen());
            case PHONES -> text(row.phones());
        };
    }

    private String time(@Nullable Instant at) {
        return times.full(at);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private String yes(boolean value) {
        return value ? names.word("report", "yes") : "";
    }
}
