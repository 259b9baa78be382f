package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Secret;
import org.intakehub.gateway.account.Role;
import org.intakehub.simulators.PartnerPlatform;
import org.intakehub.simulators.Push;
import org.junit.jupiter.api.Test;

/** A letter with several matters is split on a page, and the parts are linked on theirs. */
class SplitPageIT extends BrowsedHub {
    private static final String LETTER = "{\"title\":\"两件事\",\"description\":\"您好：\\n一、凤凰山街道东风路的路灯坏了，晚上不亮，请维修路灯。\\n"
            + "二、小区门口的垃圾三天没有清运，请清理垃圾。\",\"citizen\":{\"name\":\"周晓雨\"}}";

    private UUID letter() throws Exception {
        var partner = new PartnerPlatform(
                URI.create(address("/channels/partner/webhook")),
                new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                Clock.systemUTC());
        var call = new Push(
                UUID.randomUUID().toString(), Map.of("Content-Type", "application/json"), Payload.of(LETTER, UTF_8));
        assertThat(partner.push(call).isAccepted()).isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> settled(1));
        return jdbc.sql("select id from case_file").query(UUID.class).single();
    }

    private boolean settled(int cases) {
        return jdbc.sql("select count(*) from case_file where state <> 'ACCEPTED'")
                        .query(Integer.class)
                        .single()
                == cases;
    }

    @Test
    void aPersonSplitsALetterAndPutsItTogetherAgain() throws Exception {
        var letter = letter();
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var page = browser.loggedIn(this, Role.OPERATOR, language, width);
                page.navigate(address("/cases/" + letter + "/split"));
                assertThat(page.locator("textarea")).hasCount(3);
                picture(page, "split-" + language + "-" + width);
                page.context().close();
            }
        }
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/cases/" + letter));
        page.click("#parts a");
        page.click("button[name=more]");
        assertThat(page.locator("textarea")).hasCount(3);
        page.click(".split .btn-primary");
        assertThat(page.locator("#parts li")).hasCount(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> settled(2));
        page.reload();
        assertThat(page.locator("#parts li")).hasCount(1);
        picture(page, "split-done-zh-CN-1440");
        page.click("#parts li a");
        assertThat(page.locator("#parts")).containsText("拆自");
        page.goBack();
        page.click("#parts form button");
        assertThat(page.locator("#parts .alert-success")).isVisible();
        assertThat(jdbc.sql("select count(*) from case_file where state = 'MERGED' and merged_into = ?")
                        .param(letter)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoMayNotSeeTheCitizenMaySplitNothing() throws Exception {
        var secret =
                samples.add("举报夜间偷排", "请保密", "DISPATCHED", "standard-webhook", "0702", Confidentiality.WHISTLEBLOWER);
        var request = HttpRequest.newBuilder(URI.create(address("/api/v1/cases/" + secret + "/split")))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + people.key(Role.OPERATOR))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"revision\":1,\"parts\":[\"a\",\"b\"]}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    private static void picture(Page page, String name) {
        Browser.picture(page, name);
        assertThat((Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name + " is wider than the window")
                .isFalse();
    }
}
