package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.account.ApiKeys;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.channel.SilenceWatch;
import org.intakehub.gateway.channel.SourceHours;
import org.intakehub.routes.stage.Rests;
import org.intakehub.simulators.Push;
import org.intakehub.simulators.Signing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pausing, cursors, counts and the alarm of silence, with the stages standing still. */
class SourceOperationsIT extends StoppedRoad {
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    ApiKeys keys;

    @Autowired
    SourceHours hours;

    @Autowired
    SilenceWatch silence;

    @Autowired
    Rests rests;

    private String key = "";

    @BeforeEach
    void switchEverythingOn() {
        key = keys.create("test", Role.INTEGRATOR, null);
        EmptyTables.of(jdbc, "source_event, source_hour, source_status");
        jdbc.sql("update source_hour_mark set counted_to = 0").update();
        call("POST", "partner/resume", "{}");
        call("POST", "board/resume", "{}");
        EmptyTables.of(jdbc, "source_event, poll_cursor");
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/channels/" + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the hub does not answer", e);
        }
    }

    private HttpResponse<String> push(String id) {
        var push = new Push(id, Map.of("Content-Type", "application/json"), Payload.of(LAMP, UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/channels/partner/webhook"))
                .POST(BodyPublishers.ofByteArray(push.body().bytes()));
        new Signing(new Secret(SECRET)).headers(push, Instant.now()).forEach(request::setHeader);
        return send(request);
    }

    @Test
    void aPausedSourceIsAskedToComeBackAndTakesEverythingInAfterwards() {
        assertThat(call("POST", "partner/pause", "{\"why\":\"new keys\"}").statusCode())
                .isEqualTo(204);
        var answer = push("paused-1");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).contains("60");
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(call("GET", "partner", "").body()).contains("\"PAUSED\"").contains("new keys");

        assertThat(call("POST", "partner/resume", "{}").statusCode()).isEqualTo(204);
        assertThat(push("paused-1").statusCode()).isEqualTo(202);
        assertThat(call("GET", "partner", "").body()).contains("\"ON\"");
    }

    @Test
    void pausingTwiceIsSaidAndOnlyTheFirstIsInTheTrailWithItsActor() {
        assertThat(call("POST", "partner/pause", "{\"why\":\"new keys\"}").statusCode())
                .isEqualTo(204);
        var again = call("POST", "partner/pause", "{}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(call("POST", "nobody/pause", "{}").statusCode()).isEqualTo(404);
        assertThat(number("select count(*) from source_event")).isEqualTo(1);
        assertThat(call("GET", "partner/events", "").body())
                .contains("PAUSED")
                .contains("new keys")
                .contains("\"actor\":\"key:");
    }

    @Test
    void aPauseSetOnAnotherNodeCountsHere() {
        jdbc.sql("insert into source_switch (source, paused) values ('board', true)"
                        + " on conflict (source) do update set paused = true")
                .update();
        await().atMost(Duration.ofSeconds(10)).until(() -> rests.isResting(new SourceId("board")));
    }

    @Test
    void aFarEndThatAskedToBeLeftAloneRestsUntilThen() {
        rests.rest(new SourceId("board"), Duration.ofMinutes(5));
        assertThat(rests.isResting(new SourceId("board"))).isTrue();
        rests.rest(new SourceId("board"), Duration.ZERO);
        assertThat(rests.isResting(new SourceId("board"))).isFalse();
    }

    @Test
    void aTestMessageThatAPausedDoorTurnsAwaySaysSo() {
        call("POST", "partner/pause", "{}");
        var id = call("POST", "partner/tests", "").body().replaceAll("[^0-9a-f-]*\"id\":\"([0-9a-f-]{36}).*", "$1");
        var report = call("GET", "partner/tests/" + id, "").body();
        assertThat(report).contains("\"ENTERED\"").contains("503").contains("\"over\":true");
        assertThat(call("GET", "board/tests/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aPartnerWhoNamesHisDeliveryLikeATestMessageIsFiledAsEverybody() throws Exception {
        var id = "test:00000000-0000-4000-8000-000000000001";
        assertThat(push(id).statusCode()).isEqualTo(202);
        camel.getRouteController().startRoute("file");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(number("select count(*) from message where message_key = ?", id))
                        .isEqualTo(1));
    }

    @Test
    void aCursorIsSetWhileTheSourceIsPausedAndNotOverAnotherOne() {
        assertThat(call("GET", "board/cursor", "").statusCode()).isEqualTo(404);
        var set = "{\"before\":\"\",\"value\":\"539 100\"}";
        assertThat(call("PUT", "board/cursor", set).statusCode()).isEqualTo(409);
        call("POST", "board/pause", "{}");
        assertThat(call("PUT", "board/cursor", set).statusCode()).isEqualTo(204);
        assertThat(call("GET", "board/cursor", "").body()).contains("539 100");
        assertThat(call("PUT", "board/cursor", set).statusCode()).isEqualTo(409);
        assertThat(call("PUT", "partner/cursor", set).statusCode()).isEqualTo(404);
        assertThat(text("select detail->>'after' from source_event where kind = 'CURSOR_SET'"))
                .isEqualTo("539 100");
    }

    @Test
    void theDaysCountsComeOutOfTheArchiveAlsoWhenMessagesWaitedInTheJournal() {
        run(push("count-1", LAMP));
        run(push("count-2", LAMP));
        run(push("count-3", "no json"));
        hours.countNow();
        hours.countNow();
        assertThat(number("select taken_in from source_hour where source = 'partner'"))
                .isEqualTo(3);
        run(push("count-4", LAMP));
        hours.countNow();
        assertThat(number("select taken_in from source_hour where source = 'partner'"))
                .isEqualTo(4);
    }

    @Test
    void aSilenceAgainstTheSourcesHabitsIsAnAlarmOnThePageAndInTheHealth() {
        jdbc.sql("""
                        insert into source_hour (source, hour, taken_in)
                        select 'partner', hour, 60 from generate_series(date_trunc('hour', now()) - interval '28 days',
                            date_trunc('hour', now()) - interval '1 hour', interval '1 hour') hour
                        """).update();
        run(push("silent-1", LAMP));
        jdbc.sql("update raw_message set received_at = now() - interval '5 minutes'")
                .update();
        silence.learnNow();
        silence.lookNow();
        assertThat(silence.silentSince("partner")).isEmpty();

        jdbc.sql("update raw_message set received_at = now() - interval '50 minutes'")
                .update();
        silence.lookNow();
        assertThat(silence.silentSince("partner")).isPresent();
        assertThat(call("GET", "partner", "").body()).contains("\"SILENT\"");
        assertThat(silence.health().getDetails()).containsKey("partner");

        call("POST", "partner/pause", "{}");
        silence.lookNow();
        assertThat(silence.silentSince("partner")).isEmpty();
    }
}
