package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meetings, visits to the spot with photos, and the sheet that a unit gets (R11, R14, R20). */
class SupervisionRecordsIT extends BrowsedHub {
    private UUID caseId = new UUID(0, 0);

    @BeforeEach
    void aCaseWithAnOrderThatIsLate() {
        caseId = samples.add("物业费纠纷，垃圾几天无人清运", "凤凰山街道某小区垃圾堆积。");
        samples.workOrder(caseId, "chengguan", "LEAD");
        jdbc.sql("update clock set breached_at = now(), percent = 100 where case_id = ?")
                .param(caseId)
                .update();
    }

    private HttpResponse<String> api(Role role, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + people.key(role))
                .header("Content-Type", "application/json")
                .method(body.isEmpty() ? "GET" : "POST", BodyPublishers.ofString(body))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private static byte[] photo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void r11AMeetingIsKeptWithItsUnitsAndWhatWasAgreed() {
        var path = "/api/v1/cases/" + caseId + "/meetings";
        var id = UUID.randomUUID();
        var body = "{\"id\":\"" + id + "\",\"chair\":\"王主任\",\"units\":[\"chengguan\",\"zhujian\"],"
                + "\"agreed\":\"城管今晚清运，住建约谈物业\",\"person\":\"林安\"}";
        assertThat(api(Role.OPERATOR, path, body).statusCode()).isEqualTo(204);
        assertThat(api(Role.OPERATOR, path, body).statusCode()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from history where kind = 'UNITS_MET'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(api(Role.OPERATOR, "/api/v1/cases/" + caseId + "/supervision", "")
                        .body())
                .contains("王主任", "住建约谈物业");
        assertThat(api(
                                Role.OPERATOR,
                                path,
                                body.replace("\"chengguan\",\"zhujian\"", "\"nobody\"")
                                        .replace(
                                                id.toString(), UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void r20WhatWasSeenOnTheSpotIsProvedByPhotosAndNothingElse() throws IOException {
        var page = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1440);
        page.navigate(address("/cases/" + caseId));
        var form = page.locator("#supervision form[action$=visited]");
        page.click("#supervision summary:has-text('现场督办')");
        form.locator("[name=found]").fill("垃圾仍在，已要求当晚清运。");
        form.locator("[name=position]").fill("117.87, 31.62");
        form.locator("[name=photos]")
                .setInputFiles(new FilePayload[] {new FilePayload("现场.png", "image/png", photo())});
        form.locator("button").click();
        assertThat(page.locator("#supervision .photos img")).hasCount(1);
        assertThat(page.locator("#supervision .photos img").first()).hasJSProperty("naturalWidth", 40);
        assertThat(page.locator("#supervision .asked")).containsText("未解决");
        Browser.picture(page, "case-visited-zh-CN-1440");

        page.click("#supervision summary:has-text('现场督办')");
        form.locator("[name=found]").fill("附件不是照片。");
        form.locator("[name=photos]")
                .setInputFiles(new FilePayload[] {new FilePayload("x.png", "image/png", "<script>".getBytes(UTF_8))});
        form.locator("button").click();
        assertThat(page.locator(".alert-warning").first()).isVisible();
        assertThat(jdbc.sql("select count(*) from site_visit")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void r14TheSheetOfAUnitSaysWhatItWasGivenAndWhatWentWrong() {
        var order = jdbc.sql("select id from work_order").query(UUID.class).single();
        assertThat(api(
                                Role.OPERATOR,
                                "/api/v1/work-orders/" + order + "/urgings",
                                "{\"reason\":\"请今晚清运\",\"person\":\"林安\"}")
                        .statusCode())
                .isEqualTo(204);
        samples.workOrder(samples.add("路灯不亮", "内容"), "chengguan", "LEAD");
        var sheet =
                api(Role.OPERATOR, "/api/v1/supervision/units/chengguan", "").body();
        assertThat(sheet).contains("\"given\":2", "\"overdue\":1", "\"urged\":1", "\"urgings\":1", "请今晚清运");
        assertThat(api(Role.OPERATOR, "/api/v1/supervision/units/nobody", "").statusCode())
                .isEqualTo(404);
        assertThat(api(Role.OPERATOR, "/api/v1/supervision/units/chengguan?from=2026-02-01&to=2026-01-01", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api(Role.OPERATOR, "/api/v1/supervision/units/chengguan?from=2020-01-01&to=2020-01-31", "")
                        .body())
                .contains("\"given\":0");
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var page = browser.loggedIn(this, Role.DISPATCHER, language, width);
                page.navigate(address("/supervision"));
                page.click(".by-unit th a");
                assertThat(page.locator("tbody tr")).hasCount(1);
                Browser.picture(page, "supervision-sheet-" + language + "-" + width);
                assertThat((Boolean) page.evaluate(
                                "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                        .isFalse();
                page.context().close();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
