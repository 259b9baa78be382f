package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.answer.SurveyLinks;
import org.intakehub.gateway.classify.Triage.Result;
import org.intakehub.gateway.dispatch.DispatchStage;
import org.intakehub.gateway.followup.FollowUp;
import org.intakehub.gateway.followup.FollowUpDesk;
import org.intakehub.gateway.followup.FollowUps;
import org.intakehub.gateway.followup.Survey;
import org.intakehub.gateway.life.OrderDesk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The centre asks whether a matter is solved (R8), and what follows from the answer (R13). */
class FollowUpIT extends StoppedRoad {
    private static final Account READER = new Account("anna", "林安", Role.DISPATCHER, null);

    private static final Actor ZHOU = new Actor("unit-login", "周晓雨");
    private static final Actor ANNA = new Actor("anna", "林安");
    private static final OrderDesk.Result DONE = new OrderDesk.Result(OrderDesk.Outcome.SOLVED, "已到现场清理。", "占道摊贩已劝离。");

    @Autowired
    DispatchStage dispatch;

    @Autowired
    OrderDesk orders;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpDesk desk;

    @Autowired
    SurveyLinks links;

    private UUID answered() {
        var id = open(mail(UUID.randomUUID() + "@example.org", "a@example.org", "占道"));
        toTriage(id);
        assertThat(triage.classify(id, revision(id), "0302", Optional.of("340181004"), "anna"))
                .isEqualTo(Result.DONE);
        jdbc.sql("update case_file set appeal_type = 'HELP' where id = ?")
                .param(id)
                .update();
        dispatch.run(delivery(id));
        for (var role : new String[] {"ASSIST", "LEAD"}) {
            for (var order : jdbc.sql("select id from work_order where case_id = ? and role = ?")
                    .params(id, role)
                    .query(UUID.class)
                    .list()) {
                orders.sign(order, number("select revision from work_order where id = ?", order), ZHOU);
                orders.submit(order, number("select revision from work_order where id = ?", order), DONE, ZHOU);
            }
        }
        return id;
    }

    private FollowUp latest(UUID id) {
        var all = followUps.of(id);
        return all.get(all.size() - 1);
    }

    private String state(UUID id) {
        return text("select state from case_file where id = ?", id);
    }

    private static Obstacle refused(Runnable step) {
        return catchThrowableOfType(ImpossibleStep.class, step::run).obstacle();
    }

    @Test
    void r8AnAnsweredCaseIsAskedAboutAndAContentCitizenClosesIt() {
        var id = answered();
        assertThat(state(id)).isEqualTo("FOLLOW_UP");
        assertThat(followUps.waiting(READER, 0, 10))
                .extracting(FollowUp::caseId)
                .contains(id);

        var one = latest(id);
        desk.byTelephone(one.id(), one.revision(), new Survey(true, true, 5, "很快"), ANNA);
        assertThat(state(id)).isEqualTo("CLOSED");
        assertThat(latest(id).state()).isEqualTo("ANSWERED");
        assertThat(number(
                        "select count(*) from clock where case_id = ? and kind = 'FOLLOW_UP' and stopped_at is not null and breached_at is null",
                        id))
                .isEqualTo(1);
        assertThat(refused(() -> desk.byTelephone(one.id(), one.revision(), new Survey(true, true, 5, ""), ANNA)))
                .isEqualTo(Obstacle.STALE);
    }

    @Test
    void r13WhoIsNotContentIsRuledOnAndAJustifiedComplaintGoesBackToTheUnit() {
        var id = answered();
        var one = latest(id);
        desk.byTelephone(one.id(), one.revision(), new Survey(true, false, 2, "摊贩又回来了"), ANNA);
        assertThat(state(id)).isEqualTo("FOLLOW_UP");
        assertThat(latest(id).isDisputed()).isTrue();

        var disputed = latest(id);
        desk.rule(disputed.id(), disputed.revision(), true, 3, "情况属实", ANNA);
        assertThat(state(id)).isEqualTo("HANDLING");
        assertThat(text("select detail ->> 'why' from history where case_id = ? and kind = 'REWORK'", id))
                .isEqualTo("DISSATISFIED");
        assertThat(latest(id).state()).isEqualTo("SETTLED");
    }

    @Test
    void aComplaintThatIsNotJustifiedClosesTheCaseWithAReason() {
        var id = answered();
        var one = latest(id);
        desk.byTelephone(one.id(), one.revision(), new Survey(true, false, 1, "要求赔偿"), ANNA);
        var disputed = latest(id);
        assertThat(refused(() -> desk.rule(disputed.id(), disputed.revision(), false, 0, " ", ANNA)))
                .isEqualTo(Obstacle.INCOMPLETE);
        desk.rule(disputed.id(), disputed.revision(), false, 0, "诉求无依据，已解释", ANNA);
        assertThat(state(id)).isEqualTo("CLOSED");
    }

    @Test
    void whoIsNotReachedAfterTheLastAttemptIsUnreachableAndTheCaseCloses() {
        var id = answered();
        for (var attempt = 1; attempt <= 3; attempt++) {
            var one = latest(id);
            assertThat(one.isOpen()).isTrue();
            desk.attempt(one.id(), one.revision(), "无人接听", ANNA);
        }
        assertThat(latest(id).state()).isEqualTo("UNREACHABLE");
        assertThat(latest(id).attempts()).isEqualTo(3);
        assertThat(state(id)).isEqualTo("CLOSED");
    }

    @Test
    void theLinkInTheAnswerWorksOnceAndTellsNothing() throws Exception {
        var id = answered();
        var one = latest(id);
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var address = "http://localhost:" + port + "/public/survey/" + links.token(one.id());

        var asked = get(client, address);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).doesNotContain("a@example.org", "占道", "340181-2026");
        var said = "satisfaction=4&solved=true&contacted=true&words=" + URLEncoder.encode("谢谢", UTF_8)
                + csrf(asked.body());
        assertThat(post(client, address, said).statusCode()).isEqualTo(200);
        assertThat(state(id)).isEqualTo("CLOSED");
        assertThat(latest(id).how()).isEqualTo("LINK");
        assertThat(get(client, address).statusCode()).isEqualTo(404);
        assertThat(get(client, address.replace("/survey/", "/survey/a")).statusCode())
                .isEqualTo(404);
    }

    private static String csrf(String page) {
        var field = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        return field.find() ? "&_csrf=" + URLEncoder.encode(field.group(1), UTF_8) : "";
    }

    private static HttpResponse<String> get(HttpClient client, String address)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient client, String address, String form)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
