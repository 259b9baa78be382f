package org.intakehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citrusframework.TestActionRunner;
import org.intakehub.simulators.Matter;
import org.intakehub.simulators.Resident;
import org.intakehub.simulators.open311.CitizenApp;
import org.intakehub.simulators.peopledaily.LeaderBoard.Fault;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every channel of one hub from its platform to the case and back to the citizen, over its true protocol. */
@ExtendWith({SharedTown.class, CitrusSteps.class})
class ChannelsIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TestFactory
    Stream<DynamicTest> whatIsDeliveredTwiceIsOneCaseWithOneMessage(ChannelTown town, TestActionRunner steps) {
        return each(town, platform -> {
            var scenario = town.city().play(steps);
            var plea = Plea.lamp();
            var delivery = platform.says(plea);
            delivery.deliver();
            scenario.theCaseOf(plea);
            delivery.deliver();
            var marker = Plea.lamp();
            platform.says(marker).deliver();
            scenario.theCaseOf(marker);
            assertThat(scenario.theCaseOf(plea).path("messages").size()).isEqualTo(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeReadOpensNoCaseAndStopsNothing(ChannelTown town, TestActionRunner steps) {
        return each(town, platform -> {
            var scenario = town.city().play(steps);
            var before = troubles(town, platform);
            platform.garbles().deliver();
            var plea = Plea.lamp();
            platform.says(plea).deliver();
            scenario.theCaseOf(plea);
            await("a trace of what could not be read").atMost(SOON).until(() -> troubles(town, platform) > before);
        });
    }

    @TestFactory
    Stream<DynamicTest> anAnswerReachesTheFarEndOnceItIsBack(ChannelTown town, TestActionRunner steps) {
        return each(town, platform -> {
            var scenario = town.city().play(steps);
            var plea = Plea.lamp();
            platform.says(plea).deliver();
            var sheet = scenario.theCaseOf(plea);
            var id = sheet.path("facts").path("id").asString();
            var words = "已安排维修，编号" + plea.mark();
            await("the acknowledgement is through, so that the fault meets the answer")
                    .atMost(SOON)
                    .until(() -> acknowledged(scenario.sheet(id)));
            platform.fallsOver();
            answer(scenario, id, words);
            await("the far end has the answer").atMost(SOON).until(() -> platform.heard(words));
            var answered = scenario.awaitSheet(
                    id, "the answer is sent", one -> state(one).equals("SENT"));
            var reply = reply(answered).path("id").asString();
            scenario.command("cases/" + id + "/revelations", "", HttpStatus.OK);
            assertThat(Scenario.items(scenario.read("cases/" + id + "/replies/" + reply + "/proof")))
                    .extracting(piece -> piece.path("kind").asString())
                    .startsWith("LEFT", "ANSWERED");
        });
    }

    @Test
    void feedbackThatOvertakesItsOrderWaitsForIt(ChannelTown town, TestActionRunner steps) throws Exception {
        var scenario = town.city().play(steps);
        var centre = town.ends().police();
        var hub = URI.create(town.channel("police"));
        var number = Platforms.freshNumber();
        var plea = Plea.lamp();
        centre.push(hub, "pushFkd", Map.of("FLOWID", "A1", "JJDBH", number, "CJCZQK", "已到场", "FKYBH", "2002"));
        centre.push(hub, "pushJjd", Map.of("JJDBH", number, "BJNR", plea.text(), "BJDZ", plea.place(), "SFBM", "0"));
        var id = scenario.theCaseOf(plea).path("facts").path("id").asString();
        scenario.awaitSheet(
                id, "both are in the case", one -> one.path("messages").size() == 2);
    }

    @Test
    void aProvinceIsAskedForMoreTimeAndRulesOnIt(ChannelTown town, TestActionRunner steps) throws Exception {
        var scenario = town.city().play(steps);
        var platform = town.ends().province();
        var plea = Plea.lamp();
        var number = Platforms.freshNumber();
        Platforms.order(platform, number, plea);
        var sheet = scenario.theCaseOf(plea);
        var id = sheet.path("facts").path("id").asString();
        var wanted = Map.of(
                "revision", scenario.sheet(id).path("facts").path("revision").asInt(),
                "kind", "EXTENSION",
                "opinion", "需要更换灯杆",
                "until", "2027-01-04T09:00:00Z");
        scenario.command(
                "cases/" + id + "/requests", JsonMapper.shared().writeValueAsString(wanted), HttpStatus.ACCEPTED);
        await("the province hears it")
                .atMost(SOON)
                .until(() -> platform.board().told().stream()
                        .anyMatch(call -> call.path("action").asString().equals("APPLY_POSTPONE")
                                && call.path("data").path("caseId").asString().equals(number)));
        platform.board()
                .announce(
                        "REPLY_POSTPONE_NOTICE",
                        JsonMapper.shared()
                                .writeValueAsString(
                                        Map.of("caseId", number, "replyResult", "1", "replyOpinion", "同意")));
        scenario.eventually(
                "the ruling is known",
                "cases/" + id + "/requests",
                all -> Scenario.items(all).get(0).path("state").asString().equals("AGREED"));
    }

    @Test
    void thePoliceTakeAMatterOverAndTellWhatTheyDid(ChannelTown town, TestActionRunner steps) throws Exception {
        var scenario = town.city().play(steps);
        var centre = town.ends().police();
        var plea = Plea.lamp();
        scenario.push(town.city().partner, town.city().partner.signed(Partner.freshId(), plea.json()));
        var sheet = scenario.theCaseOf(plea);
        var id = sheet.path("facts").path("id").asString();
        var wanted = Map.of(
                "revision", scenario.sheet(id).path("facts").path("revision").asInt(),
                "kind", "HAND_OVER",
                "opinion", "请协助处置");
        scenario.command(
                "cases/" + id + "/requests", JsonMapper.shared().writeValueAsString(wanted), HttpStatus.ACCEPTED);
        await("the centre has the order")
                .atMost(SOON)
                .until(() -> order(town, plea).isPresent());
        var order = order(town, plea).orElseThrow();
        var done = Map.of(
                "FLOWID",
                order.getOrDefault("FLOWID", ""),
                "JJDBH",
                Platforms.freshNumber(),
                "CJCZQK",
                "已到场",
                "FKYBH",
                "2002");
        assertThat(centre.push(URI.create(town.channel("police")), "pushFkd", done))
                .isTrue();
        scenario.awaitSheet(
                id, "the feedback is in the case", one -> one.path("messages").size() == 2);
    }

    private static Optional<Map<String, String>> order(ChannelTown town, Plea plea) {
        return town.ends().police().heard().stream()
                .filter(fields -> fields.getOrDefault("BJNR", "").contains(plea.mark()))
                .findFirst();
    }

    @Test
    void anApplicationsRequestIsAnsweredByTelephoneSinceItsChannelHasNoWayBack(ChannelTown town, TestActionRunner steps)
            throws Exception {
        var scenario = town.city().play(steps);
        var app = new CitizenApp(URI.create(town.channel("app")), town.ends().key());
        var plea = Plea.lamp();
        var fields = Map.of(
                "service_code",
                "LAMP",
                "description",
                plea.text(),
                "address_string",
                plea.place(),
                "phone",
                "13900000004");
        assertThat(app.report("json", fields).status()).isEqualTo(200);
        assertThat(app.report("xml", fields).status()).isEqualTo(200);
        assertThat(app.report("json", Map.of("service_code", "LAMP")).status()).isEqualTo(400);
        var sheet = scenario.theCaseOf(plea);
        var number = sheet.path("facts").path("externalId").asString();
        assertThat(app.read("requests/" + number + ".xml").body())
                .contains("<service_request_id>" + number + "</service_request_id>", "<status>open</status>")
                .doesNotContain(plea.mark());
        assertThat(app.read("requests.json?service_code=LAMP&status=open").body())
                .contains(number);
        var id = sheet.path("facts").path("id").asString();
        answer(scenario, id, "已修好");
        var answered =
                scenario.awaitSheet(id, "a person telephones", one -> state(one).equals("BY_HAND"));
        assertThat(reply(answered).path("way").asString()).isEqualTo("CALL_BACK");
    }

    @Test
    void aMissedCallIsACaseThatAPersonCallsBack(ChannelTown town, TestActionRunner steps) throws Exception {
        var scenario = town.city().play(steps);
        var webhook = URI.create(town.channel("telephone") + "webhook");
        var number = "139" + Long.toString(System.nanoTime()).substring(0, 8);
        var call = Map.of("callId", Platforms.freshNumber(), "ani", number, "dnis", "82391580", "event", "MISSED");
        assertThat(town.ends().telephone().tell(webhook, call)).isBetween(200, 299);
        assertThat(town.ends().telephone().tell(webhook, call)).isBetween(200, 299);
        scenario.eventually(
                "a case of the call",
                "cases?q=" + number,
                list -> Scenario.items(list).size() == 1);
    }

    @Test
    void aBoardsThreadIsReadAnsweredByHandAndSeenToBeAnswered(ChannelTown town, TestActionRunner steps) {
        var scenario = town.city().play(steps);
        var plea = Plea.lamp();
        town.ends().board().failNext(Fault.DOWN);
        var tid = town.ends().board().post(town.ends().forum(), matter(plea), Instant.now());
        var id = scenario.theCaseOf(plea).path("facts").path("id").asString();
        answer(scenario, id, "已修好");
        scenario.awaitSheet(id, "a person posts it", one -> state(one).equals("BY_HAND"));
        town.ends().board().answer(tid, "测试单位", "已修好", Instant.now());
        var seen = scenario.awaitSheet(
                id, "it is seen on the board", one -> state(one).equals("SENT"));
        assertThat(seen.path("messages").size()).isEqualTo(2);
    }

    @Test
    void aLetterOnTheWebsiteIsReadAfterTheSiteFailed(ChannelTown town, TestActionRunner steps) {
        var scenario = town.city().play(steps);
        var plea = Plea.lamp();
        town.ends().site().failNext(503);
        town.ends().site().publish(matter(plea), Instant.now());
        var id = scenario.theCaseOf(plea).path("facts").path("id").asString();
        answer(scenario, id, "已修好");
        scenario.awaitSheet(id, "a person publishes it", one -> state(one).equals("BY_HAND"));
    }

    private interface Play {
        void run(Platform platform) throws Exception;
    }

    private static Stream<DynamicTest> each(ChannelTown town, Play play) {
        return Platforms.all(town).stream()
                .map(platform -> DynamicTest.dynamicTest(platform.source(), () -> play.run(platform)));
    }

    private static Matter matter(Plea plea) {
        return new Matter(
                "城建", plea.title(), plea.text(), plea.place(), new Resident("验收市民", "a@example.org", "13900000005"));
    }

    private static void answer(Scenario scenario, String id, String words) {
        var revision = scenario.sheet(id).path("facts").path("revision").asInt();
        var body =
                JsonMapper.shared().writeValueAsString(Map.of("revision", revision, "kind", "ANSWER", "text", words));
        scenario.command("cases/" + id + "/replies", body, HttpStatus.ACCEPTED);
    }

    private static boolean acknowledged(JsonNode sheet) {
        return sheet.path("workOrders").size() > 0
                && sheet.path("replies").values().stream()
                        .map(reply -> reply.path("state").asString())
                        .noneMatch(List.of("QUEUED", "SENDING")::contains);
    }

    private static JsonNode reply(JsonNode sheet) {
        return sheet.path("replies").values().stream()
                .filter(reply -> reply.path("kind").asString().equals("ANSWER"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String state(JsonNode sheet) {
        return reply(sheet).path("state").asString();
    }

    private static int troubles(ChannelTown town, Platform platform) {
        return Integer.parseInt(town.city()
                .ask("select (select count(*) from raw_message where source = '" + platform.source()
                        + "' and state <> 'FILED') + (select count(*) from refusal where source = '" + platform.source()
                        + "')"));
    }
}
