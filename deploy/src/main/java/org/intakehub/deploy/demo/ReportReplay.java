package org.intakehub.deploy.demo;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.intakehub.deploy.hub.Administrator;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubProcess;
import org.intakehub.deploy.hub.HubSetup;
import org.intakehub.deploy.hub.PastCases;
import org.intakehub.deploy.hub.Visitor;

/** Replays the cases of the published report into a fresh hub, asks the hub for its report, and holds the two against each other. */
final class ReportReplay {
    private static final long SEED = 25;
    private static final String SPAN = "from=" + PublishedReport.FROM + "&to=" + PublishedReport.TO;

    private final HubSetup setup = HubSetup.fresh("demo-report");
    private final Comparison comparison = new Comparison();

    private ReportReplay() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(new ReportReplay().run(List.of(arguments).contains("--stay")) ? 0 : 1);
    }

    private boolean run(boolean stays) throws IOException, InterruptedException, SQLException {
        var start = System.nanoTime();
        try (var hub = HubProcess.start(setup)) {
            hub.awaitReady();
            replay(HubDatabase.in(setup.data()));
            System.out.printf(Locale.ROOT, "replayed after %.0f s%n", seconds(start));
            var administrator = Administrator.of(setup, "report");
            var total = ask(new HubReports(setup.port(), administrator.key()));
            comparison.page(Visitor.of(setup.port(), administrator).get("/reports?" + SPAN));
            comparison.differences().forEach(System.out::println);
            System.out.printf(Locale.ROOT, "%s seconds=%.0f%n", total, seconds(start));
            if (stays) {
                stay(administrator);
            }
        }
        return comparison.differences().isEmpty();
    }

    /** Gives what the last line says. */
    private String ask(HubReports reports) throws IOException, InterruptedException {
        var report = reports.ask("channels?" + SPAN);
        comparison.channels(report);
        reports.ask("indicators?" + SPAN);
        for (var month : new String[] {"indicators?", "units?", "agenda?"}) {
            reports.ask(month + "month=2019-10");
        }
        reports.ask("cases?figure=CLOSED&" + SPAN);
        reports.ask("cases?figure=OPEN&channel=wechat&" + SPAN);
        comparison.exported(reports.exported(SPAN));
        var total = report.path("total");
        return "accepted=" + Comparison.whole(total, "accepted") + " closed=" + Comparison.whole(total, "closed")
                + " rate=" + Comparison.percent(total, "closedRate");
    }

    /** What happened is written with the triggers at work, so that the hub itself notes what was settled. */
    private static void replay(HubDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            var past = new PastCases(connection, SEED);
            past.add(PublishedReport.cases());
            past.run("""
                    insert into work_order (id, case_id, unit, role, reason, dispatched_at, state)
                        select gen_random_uuid(), c.id, u.unit, 'LEAD', c.category, c.accepted_at + interval '20 seconds',
                            case c.state when 'CLOSED' then 'CLOSED' else 'HANDLING' end
                        from case_file c join (values ('01', 'zhujian'), ('02', 'zhujian'), ('03', 'chengguan'), ('04', 'jiaotong'),
                            ('05', 'gongan'), ('06', 'shijian'), ('07', 'shengtai'), ('08', 'renshe'), ('09', 'weijian'), ('10', 'jiaoti'),
                            ('11', 'minzheng'), ('12', 'nongye'), ('13', 'zigui'), ('14', 'shuju'), ('15', 'yingji')) u (category, unit)
                            on u.category = left(c.category, 2) order by c.accepted_at;
                    insert into clock (case_id, kind, started_at, due_at, stopped_at, breached_at)
                        select id, 'CLOSE', accepted_at, accepted_at + interval '48 hours', updated_at,
                            case when updated_at > accepted_at + interval '48 hours' then accepted_at + interval '48 hours' end
                        from case_file where state = 'CLOSED';
                    set session_replication_role = default;
                    insert into history (case_id, at, actor, kind)
                        select case_id, at, 'hub', kind from (
                            select id as case_id, accepted_at as at, 'ACCEPTED' as kind from case_file
                            union all select id, updated_at, 'CLOSED' from case_file where state = 'CLOSED') happened order by at;
                    """);
            past.wake();
        }
    }

    /** Until somebody ends it. */
    private void stay(Administrator administrator) throws InterruptedException {
        System.out.printf(
                "http://127.0.0.1:%d/reports?%s  login %s, password %s; Ctrl-C ends it%n",
                setup.port(), SPAN, administrator.username(), administrator.password());
        new CountDownLatch(1).await();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
