package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.dispatch.WorkOrders;
import org.intakehub.gateway.outbox.SavedOutbox;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Work orders as mail, taken by a server that is not ours. */
class LettersIT extends BrowsedHub {
    private static final String UNIT = KnownPeople.UNIT;

    @Autowired
    WorkOrders orders;

    @Autowired
    SavedOutbox outbox;

    @Autowired
    TransactionTemplate transaction;

    private UUID ordered(String title, Confidentiality confidentiality) {
        var id = samples.add(title, "东风路的路灯不亮。", "DISPATCHED", "mayor-mailbox", "0302", confidentiality);
        samples.workOrder(id, UNIT, "LEAD");
        jdbc.sql(
                        "insert into clock (case_id, kind, started_at, due_at) values (?, 'CLOSE', now(), '2026-12-01T09:30:00Z')")
                .param(id)
                .update();
        return id;
    }

    private void tell(UUID caseId) {
        transaction.executeWithoutResult(status -> orders.events(caseId));
    }

    private String number(UUID caseId) {
        return text("select number from case_file where id = ?", caseId);
    }

    private String text(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(String.class).single();
    }

    private UUID letter(UUID caseId) {
        return UUID.fromString(text("select id::text from work_order where case_id = ?", caseId));
    }

    private void awaitState(UUID letter, String state) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(text("select state from unit_letter where id = ?", letter))
                        .isEqualTo(state));
    }

    private HttpResponse<String> api(String method, String path, Role role) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address("/api/v1/unit-letters" + path)))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + people.key(role))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void aWorkOrderComesAsOneMailThatNamesNoCitizen() throws MessagingException, IOException {
        var id = ordered("路灯不亮已经一周", Confidentiality.NORMAL);
        tell(id);
        tell(id);
        awaitState(letter(id), "SENT");

        assertThat(UnitMailbox.about(number(id))).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()[0]).hasToString("orders@chengguan.example.org");
            assertThat(mail.getFrom()[0]).hasToString("hub@city.example.org");
            assertThat(mail.getSubject()).isEqualTo("工单 " + number(id) + "：路灯不亮已经一周");
            assertThat(mail.getContent().toString())
                    .contains("东风路 12 号", "2026-12-01 17:30", "/portal/" + letter(id))
                    .doesNotContain("周晓雨", "13900001234");
        });
    }

    @Test
    void whatTheUnitMayNotSeeStandsInNoMail() throws MessagingException {
        var id = ordered("周晓雨家的路灯", Confidentiality.ON_REQUEST);
        tell(id);
        awaitState(letter(id), "SENT");
        assertThat(UnitMailbox.about(number(id)))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getSubject()).endsWith("：＊＊＊家的路灯"));
    }

    @Test
    void aLetterThatACrashLeftHalfWayWaitsForAPerson() throws IOException, InterruptedException {
        var id = ordered("路灯不亮已经一周", Confidentiality.NORMAL);
        var letter = letter(id);
        jdbc.sql("insert into unit_letter (id, unit, case_number, recipient, state, attempts, created_at)"
                        + " values (?, ?, ?, 'orders@chengguan.example.org', 'SENDING', 1, now())")
                .params(letter, UNIT, number(id))
                .update();
        outbox.add(Hop.of(Queues.LETTER, letter.toString()));
        awaitState(letter, "UNCERTAIN");
        assertThat(UnitMailbox.about(number(id))).isEmpty();
        assertThat(api("GET", "", Role.UNIT).body()).contains("\"doubtful\":1");
        assertThat(api("GET", "/" + UNIT, Role.OPERATOR).statusCode()).isEqualTo(403);

        for (var language : new String[] {"zh-CN", "en-US"}) {
            var look = browser.loggedIn(this, Role.INTEGRATOR, language, language.startsWith("zh") ? 390 : 1440);
            look.navigate(address("/webhooks"));
            Browser.picture(look, "webhooks-" + language);
            look.navigate(address("/unit-letters/" + UNIT));
            Browser.picture(look, "unit-letters-" + language);
            look.context().close();
        }
        var page = browser.loggedIn(this, Role.INTEGRATOR, "zh-CN", 1440);
        page.navigate(address("/webhooks"));
        page.click("a[href$='/unit-letters/" + UNIT + "']");
        page.click(".card form button");
        awaitState(letter, "SENT");
        page.reload();
        assertThat(page.locator(".card .badge")).hasText("已发出");
        page.context().close();

        assertThat(UnitMailbox.about(number(id))).hasSize(1);
        assertThat(api("POST", "/" + UNIT + "/" + letter + "/again", Role.UNIT).statusCode())
                .isEqualTo(409);
    }

    @Test
    void anOrderThatIsNotTheUnitsAnyMoreIsNotSent() {
        var id = ordered("路灯不亮已经一周", Confidentiality.NORMAL);
        jdbc.sql("update case_file set excluded_units = array[?] where id = ?")
                .params(UNIT, id)
                .update();
        tell(id);
        awaitState(letter(id), "REFUSED");
        assertThat(UnitMailbox.about(number(id))).isEmpty();
    }
}
