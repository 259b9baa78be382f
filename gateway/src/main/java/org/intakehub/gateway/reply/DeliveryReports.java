package org.intakehub.gateway.reply;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.DeliveryReport;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.platform.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Platforms' word on what was sent: kept as it came, and applied to the reply that it names, whichever of the two is here first. */
@Component
public class DeliveryReports {
    private final JdbcClient jdbc;
    private final ReplyRows rows;
    private final Fallback fallback;
    private final History history;
    private final Clock clock;

    DeliveryReports(JdbcClient jdbc, ReplyRows rows, Fallback fallback, History history, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.fallback = fallback;
        this.history = history;
        this.clock = clock;
    }

    private record Told(DeliveryReport.State state, String reason) {}

    /** Whether the report names something that was sent by this source. */
    public boolean knows(SourceId source, DeliveryReport report) {
        return jdbc.sql("select count(*) from reply where source = ? and platform_id = ?")
                        .params(source.value(), report.about())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Keeps the report and applies it; runs in the transaction that settles the raw message. */
    public void take(String receiptId, SourceId source, DeliveryReport report) {
        jdbc.sql("insert into delivery_report (receipt_id, source, about, state, reason, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        receiptId,
                        source.value(),
                        report.about(),
                        report.state().name(),
                        report.reason(),
                        Times.sql(clock.instant()))
                .update();
        apply(source.value(), report.about());
    }

    /** Brings the reply up to what is known of it; a report that says less than an earlier one changes nothing. */
    void apply(String source, String platformId) {
        if (platformId.isEmpty()) {
            return;
        }
        var told = jdbc.sql("select state, reason from delivery_report where source = ? and about = ? order by id")
                .params(source, platformId)
                .query(Told.class)
                .list();
        var ids = jdbc.sql("select id from reply where source = ? and platform_id = ?")
                .params(source, platformId)
                .query(UUID.class)
                .list();
        ids.forEach(id -> told.forEach(report -> apply(id, report)));
    }

    private void apply(UUID replyId, Told report) {
        var row = rows.lock(replyId.toString()).orElseThrow();
        switch (report.state()) {
            case DELIVERED -> advance(row, "DELIVERED", "delivered_at", "('SENT', 'UNCERTAIN')");
            case READ -> advance(row, "READ", "read_at", "('SENT', 'UNCERTAIN', 'DELIVERED')");
            case FAILED -> fail(row, report.reason());
        }
    }

    private void advance(ReplyRow row, String state, String column, String from) {
        var changed = jdbc.sql("update reply set state = ?, reason = null, " + column
                        + " = now() where id = ?::uuid and state in " + from)
                .params(state, row.reply().id())
                .update();
        if (changed == 1) {
            history.append(
                    row.caseId(),
                    History.HUB,
                    state.equals("READ") ? Event.REPLY_READ : Event.REPLY_DELIVERED,
                    Map.of("reply", row.reply().id()));
        }
    }

    /** What came back goes the next way, as what was refused at once does. */
    private void fail(ReplyRow row, String reason) {
        if (!row.state().equals("SENT") && !row.state().equals("UNCERTAIN")) {
            return;
        }
        var next = fallback.after(row);
        if (next.isPresent()) {
            fallback.take(next.get(), row, reason);
            return;
        }
        jdbc.sql("update reply set state = 'FAILED', reason = ? where id = ?::uuid")
                .params(reason, row.reply().id())
                .update();
        history.append(
                row.caseId(),
                History.HUB,
                Event.REPLY_FAILED,
                Map.of("reply", row.reply().id(), "reason", reason));
    }
}
