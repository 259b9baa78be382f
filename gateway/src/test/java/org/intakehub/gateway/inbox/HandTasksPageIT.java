package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answers that a person has to bring to the citizen: on a page, by the API, and never showing whom the reader may not see. */
@ExtendWith(Chromium.class)
class HandTasksPageIT extends RunningHub {
    private static final String NAME = "周晓雨";

    @Test
    void aPersonSaysOnThePageThatTheCitizenHasIt(Browser browser) {
        var task = samples.handTask(samples.add("摊贩占道", "每天早上都有"));
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1280);
        page.click("nav >> text=人工答复");
        assertThat(page.locator(".task .words")).containsText(NAME);
        page.click(".task button");
        assertThat(page.locator(".alert-success")).hasText("已标记 1 条答复为已送达。");
        assertThat(page.locator(".task")).hasCount(0);
        assertThat(jdbc.sql("select state from reply where id = ?")
                        .param(task)
                        .query(String.class)
                        .single())
                .isEqualTo("SENT");
    }

    @Test
    void aWhistleblowersNameIsCoveredForOperatorsAndNotForDispatchers() throws Exception {
        samples.handTask(
                samples.add("举报", "有人受贿", "DISPATCHED", "mayor-mailbox", "0302", Confidentiality.WHISTLEBLOWER));

        assertThat(tasks(Role.OPERATOR)).contains(Veil.COVER).doesNotContain(NAME, "13900001234");
        assertThat(tasks(Role.DISPATCHER)).contains(NAME);
    }

    @Test
    void theListGoesOnWhereItsPageEnded() throws Exception {
        var id = samples.add("摊贩占道", "每天早上都有");
        var first = samples.handTask(id);
        var second = samples.handTask(id);

        var page = get(Role.OPERATOR, "/api/v1/hand-tasks?size=1");
        assertThat(page).contains(first.toString()).doesNotContain(second.toString());
        var next = page.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
        assertThat(get(Role.OPERATOR, next)).contains(second.toString()).doesNotContain(first.toString());
    }

    private String tasks(Role role) throws Exception {
        return get(role, "/api/v1/hand-tasks");
    }

    private String get(Role role, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + people.key(role))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }
}
