package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.intakehub.gateway.account.ApiKeys;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FilesIT extends StoppedRoad {
    private static final String ORDERS =
            "工单编号,工单标题,诉求内容,办结期限\nSN-1,路灯不亮,东风路的路灯坏了一周,2026-12-01 18:00\nSN-2,井盖缺失,幸福路的井盖不见了,2026-12-02 18:00\n";

    @Autowired
    ApiKeys keys;

    private HttpResponse<String> bring(String source, String name, String body) throws Exception {
        var key = keys.create("test", Role.INTEGRATOR, null);
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/channels/" + source + "/files?name=" + name))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofString(body, UTF_8));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void everyRowOfAFileIsACaseWithItsProvincialNumberAndDeadline() throws Exception {
        assertThat(bring("province", "orders.csv", ORDERS).statusCode()).isEqualTo(202);
        assertThat(bring("province", "orders.csv", ORDERS).statusCode()).isEqualTo(202);
        camel.getRouteController().startRoute("file");
        // Other tests' messages may still be on the queue.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(number("select count(*) from case_file where source = 'province'"))
                        .isEqualTo(2));
        assertThat(text("select superior_due_at::text from case_file where superior_number = 'SN-1'"))
                .startsWith("2026-12-01 10:00");
        assertThat(number("select count(*) from raw_message where source = 'province'"))
                .isEqualTo(1);
    }

    @Test
    void aFileThatTheSourceCannotReadOrASourceThatTakesNoneIsSaid() throws Exception {
        assertThat(bring("province", "orders.pdf", ORDERS).statusCode()).isEqualTo(415);
        var answer = bring("partner", "orders.csv", ORDERS);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    }
}
