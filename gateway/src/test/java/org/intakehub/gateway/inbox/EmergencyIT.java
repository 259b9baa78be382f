package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.core.JmsTemplate;

/** What the emergency office hands over: it overtakes on the road, stands above every page, and alarms a person if no unit signs. */
class EmergencyIT extends BrowsedHub {
    @Autowired
    ConnectionFactory connections;

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    /** Hands an event over and gives its case, once it has its work orders. */
    private UUID event(String id, String rank) throws GeneralSecurityException {
        var body = "{\"eventId\":\"" + id + "\",\"eventTitle\":\"凤凰山街道燃气泄漏\",\"eventRank\":\"" + rank
                + "\",\"bjnr\":\"凤凰山街道东风路小区燃气管道被挖断，燃气泄漏\",\"address\":\"凤凰山街道东风路\"}";
        var time = String.valueOf(Instant.now().getEpochSecond());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a key of the office".getBytes(UTF_8), "HmacSHA256"));
        var signature = HexFormat.of().formatHex(mac.doFinal((time + "\n" + body).getBytes(UTF_8)));
        var answer = send(HttpRequest.newBuilder(URI.create(address("/channels/duty/webhook")))
                .header("Content-Type", "application/json")
                .header("X-Timestamp", time)
                .header("X-Signature", signature)
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from work_order w join case_file c on c.id = w.case_id"
                                + " where c.external_id = '" + id + "'")
                        > 0);
        return jdbc.sql("select id from case_file where external_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private String text(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(String.class).single();
    }

    private HttpResponse<String> api(String method, String path) {
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + people.key(Role.OPERATOR))
                .method(method, BodyPublishers.noBody()));
    }

    @Test
    void itsWorkOrdersOvertakeOthersOnTheUnitsQueueAndTheRankRaisesTheUrgency() throws Exception {
        var id = event("event-1", "一级");
        assertThat(text("select urgency from case_file where id = ?", id)).isEqualTo("CRITICAL");
        var unit = text("select unit from work_order where case_id = ? and role = 'LEAD'", id);
        var number = text("select number from case_file where id = ?", id);
        await().atMost(Duration.ofSeconds(20)).until(() -> priority("workorders." + unit, number) == 9);
    }

    /** Of the message about the case; -1 if there is none. */
    private int priority(String queue, String number) {
        var found = new JmsTemplate(connections).browse(queue, (session, browsed) -> {
            for (var all = browsed.getEnumeration(); all.hasMoreElements(); ) {
                var message = (Message) all.nextElement();
                if (new String(message.getBody(byte[].class), UTF_8).contains(number)) {
                    return priority(message);
                }
            }
            return -1;
        });
        return found == null ? -1 : found;
    }

    private static int priority(Message message) throws JMSException {
        return message.getJMSPriority();
    }

    @Test
    void aPersonIsAlarmedUntilAUnitHasSigned() throws Exception {
        var id = event("event-2", "二级");
        assertThat(api("GET", "/api/v1/emergencies").body()).contains("\"rank\":2", "\"alarm\":false");
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/cases"));
        assertThat(page.locator(".emergencies li")).hasCount(1);
        assertThat(page.locator(".emergencies li.alarm")).hasCount(0);
        picture(page, "emergency-waits-zh-CN-1440");

        jdbc.sql("update emergency set due_at = now() - interval '1 minute'").update();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("select count(*) from history where kind = 'EMERGENCY_UNSIGNED'") == 1);
        for (var language : new String[] {"zh-CN", "en-US"}) {
            var narrow = browser.loggedIn(this, Role.DISPATCHER, language, 390);
            narrow.navigate(address("/hand-tasks"));
            assertThat(narrow.locator(".emergencies li.alarm")).hasCount(1);
            picture(narrow, "emergency-alarm-" + language + "-390");
            narrow.context().close();
        }
        page.navigate(address("/cases"));
        assertThat(page.locator(".emergencies li.alarm")).hasCount(1);
        picture(page, "emergency-alarm-zh-CN-1440");
        page.click(".emergencies button");
        assertThat(page.locator(".emergencies li.alarm")).hasCount(0);
        assertThat(page.locator(".emergencies li")).hasCount(1);
        assertThat(api("POST", "/api/v1/emergencies/" + id + "/taken").statusCode())
                .isEqualTo(409);

        jdbc.sql("update work_order set state = 'SIGNED', signed_at = now() where case_id = ?")
                .param(id)
                .update();
        assertThat(api("GET", "/api/v1/emergencies").body()).isEqualTo("[]");
        page.navigate(address("/cases"));
        assertThat(page.locator(".emergencies li")).hasCount(0);
        assertThat(text(
                        "select string_agg(kind, ' ' order by id) from history where case_id = ? and kind like 'EMERGENCY%'",
                        id))
                .isEqualTo("EMERGENCY_UNSIGNED EMERGENCY_TAKEN");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatTheOfficeTellsByTelephoneIsWrittenDownAndTakesTheSameRoad() {
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/calls/new"));
        page.fill("#text", "凤凰山街道东风路小区燃气泄漏，请派人处置");
        page.selectOption("#rank", "1");
        picture(page, "call-emergency-zh-CN-1440");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".emergencies li"))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        assertThat(jdbc.sql(
                                "select c.channel || ' ' || c.urgency || ' ' || e.rank from case_file c join emergency e on e.case_id = c.id")
                        .query(String.class)
                        .single())
                .isEqualTo("emergency-office CRITICAL 1");
    }

    private static void picture(Page page, String name) {
        Browser.picture(page, name);
        assertThat((Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name + " is wider than the window")
                .isFalse();
    }
}
