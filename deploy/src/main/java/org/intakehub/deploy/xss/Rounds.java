package org.intakehub.deploy.xss;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.intakehub.deploy.hub.HubDatabase;

/** The way through the pages: what citizens wrote where it is shown, then what is typed at the desk, then the lists that show that. */
final class Rounds {
    private static final List<String> LISTS = List.of(
            "/cases",
            "/cases?view=UNSURE",
            "/hand-tasks",
            "/quarantine",
            "/dead-letters",
            "/refusals",
            "/sources",
            "/users",
            "/keys",
            "/alerts",
            "/screen",
            "/canned",
            "/public",
            "/public/form/new",
            "/public/progress");

    private final Watched browser;
    private final HostileDesk desk;
    private final HubDatabase database;
    private final List<String> payloads;

    Rounds(Watched browser, HostileDesk desk, HubDatabase database, List<String> payloads) {
        this.browser = browser;
        this.desk = desk;
        this.database = database;
        this.payloads = payloads;
    }

    void go(String username, String password) throws SQLException {
        desk.logIn(username, password);
        // Originals are closed while the citizen is masked, and what is masked could not run.
        database.column("insert into revelation (case_id, username, until) select id, '" + username
                + "', now() + interval '1 day' from case_file returning case_id");
        written();
        typed();
        browser.openAll(LISTS);
        all("/sources/", "select distinct source from raw_message order by 1");
    }

    private void written() throws SQLException {
        all("/cases/", "select id from case_file order by id");
        all(
                "/cases/",
                "select case_id || '/raw/' || receipt_id from (select *, row_number() over (partition by source order by id) as nth"
                        + " from message) m where nth <= 40");
        all("/quarantine/", "select receipt_id from raw_message where state <> 'FILED' order by receipt_id");
        for (var at = 0; at < database.count("select count(*) from case_file"); at += 50) {
            browser.open("/cases?size=50&part=&view=&after=" + cursor(at));
        }
    }

    /** As the list writes it: microseconds and id of the last case before. */
    private String cursor(int at) throws SQLException {
        return database.column(
                        "select translate(rtrim(encode(convert_to((extract(epoch from accepted_at) * 1000000)::bigint || '_' || id,"
                                + " 'UTF8'), 'base64'), '='), E'+/\\n', '-_') from case_file order by accepted_at desc, id desc"
                                + " offset " + at + " limit 1")
                .get(0);
    }

    private void all(String prefix, String query) throws SQLException {
        browser.openAll(database.column(query).stream().map(one -> prefix + one).toList());
    }

    private void typed() throws SQLException {
        var cases = database.column(
                "select c.id from case_file c where exists (select from message m where m.case_id = c.id"
                        + " and m.external_id like '" + HostileTown.EXACT + "%') order by c.id");
        for (var number = 0; number < payloads.size(); number++) {
            typed(payloads.get(number), number, cases.get(number % cases.size()));
        }
    }

    private void typed(String payload, int number, String caseId) {
        var one = "/cases/" + caseId;
        desk.post(
                "/users",
                Map.of("username", "user" + number, "displayName", cut(payload, 60), "role", "OPERATOR", "unit", ""));
        desk.post("/keys", Map.of("name", cut(payload, 60), "role", "OPERATOR", "unit", ""));
        desk.post("/canned", Map.of("title", cut(payload, 80), "text", payload));
        desk.post(one + "/notes", Map.of("text", payload));
        desk.post("/sources/partner/pause", Map.of("why", cut(payload, 200)));
        var words = HostileDesk.encoded(cut(payload, 200));
        browser.openAll(List.of(
                "/cases?q=" + words + "&open=" + caseId,
                "/sources/partner",
                "/public/progress?number=" + words + "&code=" + words,
                "/cases?channel=" + words,
                "/quarantine/" + words.replace("+", "%20").replace("%2F", "-"),
                "/appearance/theme?to=" + words));
        desk.post("/sources/partner/resume", Map.of());
        desk.show(one, "#answer-text", payload, "form[action$='/answer'] button");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
