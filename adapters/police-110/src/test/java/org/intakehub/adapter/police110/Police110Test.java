package org.intakehub.adapter.police110;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.intakehub.adapter.testkit.AdapterUnderTest;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.SignatureStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Police110Test {
    private final Police110 adapter = new Police110(Centres.withKey(Map.of("99", "真派出所")));

    @Test
    void readsEveryFieldOfAnOrder() {
        var message = order("""
                {"JJDBH": "J1", "BJSJ": "2026-11-23 09:12:30", "BJDH": "1", "LXDH": "2", "BJDHYHM": "机主", "BJRXBDM": "2",
                 "BJDZ": "路口", "BJNR": "路灯不亮", "GXDWDM": "98", "GXDWMC": "派出所", "JQLBDM": "40102", "JQLBMC": "供水",
                 "SFBM": "0", "XZQHDM": "990101", "JJLX": "01", "LSH": 7, "extra": {"a": 1}}""");
        assertThat(message.externalId()).contains("J1");
        assertThat(message.threading().continues()).contains("J1");
        assertThat(message.kind()).isEqualTo(IntakeMessage.Kind.MATTER);
        assertThat(message.title()).isEqualTo("110接警单：求助");
        assertThat(message.text()).isEqualTo("路灯不亮");
        assertThat(message.occurredAt()).contains(Instant.parse("2026-11-23T01:12:30Z"));
        assertThat(message.citizen().name()).contains("机主");
        assertThat(message.citizen().gender()).contains("女");
        assertThat(message.citizen().phones()).containsExactly("2", "1");
        assertThat(message.citizen().handle()).contains("J1");
        assertThat(message.place().address()).contains("路口");
        assertThat(message.place().divisionCode()).contains("990101");
        assertThat(message.namedUnit()).contains("派出所");
        assertThat(message.confidentiality()).isEqualTo(Confidentiality.NORMAL);
        assertThat(message.notes()).isEmpty();
        assertThat(message.extras())
                .containsEntry("category", "求助")
                .containsEntry("JQLBMC", "供水")
                .containsEntry("LSH", "7")
                .containsEntry("extra", "{\"a\":1}")
                .doesNotContainKeys("BJNR", "BJDH");
    }

    @Test
    void trustsCodesOverNames() {
        var message =
                order("{\"JJDBH\": \"J1\", \"BJNR\": \"x\", \"SFBM\": \"0\", \"JQLBDM\": \"40000\", \"JQLBMC\": \"火警\","
                        + " \"Title\": \"火警-民宅\", \"GXDWDM\": \"99\", \"GXDWMC\": \"假派出所\"}");
        assertThat(message.extras()).containsEntry("category", "求助").containsEntry("JQLBMC", "火警");
        assertThat(message.namedUnit()).contains("真派出所");
        assertThat(message.notes())
                .containsExactly(
                        "category name contradicts its code; the code is trusted",
                        "name of the unit contradicts its code; the code is trusted");
    }

    @Test
    void keepsUnknownCodesRawWithANote() {
        var message =
                order("{\"JJDBH\": \"J1\", \"BJNR\": \"x\", \"SFBM\": \"0\", \"JQLBDM\": \"95001\", \"JQLBMC\": \"新类\","
                        + " \"BJRXBDM\": \"7\", \"XZQHDM\": \"z\", \"BJSJ\": \"刚才\"}");
        assertThat(message.extras())
                .containsEntry("JQLBDM", "95001")
                .containsEntry("category", "新类")
                .containsEntry("BJRXBDM", "7")
                .containsEntry("XZQHDM", "z")
                .containsEntry("BJSJ", "刚才");
        assertThat(message.notes()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"SFBM\":\"0\",',NORMAL",
        "'\"SFBM\":\"1\",',ON_REQUEST",
        "'\"SFBM\":\"9\",',ON_REQUEST",
        "'',ON_REQUEST"
    })
    void isConfidentialUnlessToldOtherwise(String flag, Confidentiality expected) {
        assertThat(order("{" + flag + "\"JJDBH\":\"J1\",\"BJNR\":\"x\"}").confidentiality())
                .isEqualTo(expected);
    }

    @Test
    void hasOneKeyForTheSameFieldsAndAnotherForChangedOnes() {
        var first = order("{\"JJDBH\":\"J1\",\"BJNR\":\"x\"}");
        var again = order("{ \"BJNR\": \"x\", \"JJDBH\": \"J1\", \"LSH\": null }");
        var changed = order("{\"JJDBH\":\"J1\",\"BJNR\":\"y\"}");
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(changed.key()).isNotEqualTo(first.key());
        assertThat(changed.threading().continues()).contains("J1");
    }

    @Test
    void readsAReturnAndFeedbackAsNotices() {
        var returned = read(
                "pushThxx",
                "{\"FLOWID\":\"F1\",\"JJDBH\":\"J1\",\"HANDLEOPINION\":\"退\",\"HANDLEBMNAME\":\"所\",\"HANDLEUSERNAME\":\"员\"}");
        assertThat(returned.kind()).isEqualTo(IntakeMessage.Kind.NOTICE);
        assertThat(returned.threading().continues()).contains("J1");
        assertThat(returned.text()).isEqualTo("退\n所 员");
        assertThat(returned.extras()).containsEntry("FLOWID", "F1");
        var feedback =
                read("pushFkd", "{\"FLOWID\":\"F1\",\"JJDBH\":\"J1\",\"CJCZQK\":\"到场\",\"FKSJ\":\"20261123120000\"}");
        assertThat(feedback.kind()).isEqualTo(IntakeMessage.Kind.NOTICE);
        assertThat(feedback.text()).isEqualTo("到场");
        assertThat(feedback.occurredAt()).contains(Instant.parse("2026-11-23T04:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"JJDBH\":\" \"}",
                "{\"JJDBH\":null}",
                "{\"JJDBH\":\"a\",\"JJDBH\":\"b\"}",
                "{\"JJDBH\":\"a\"} x"
            })
    void quarantinesWhatIsNoOrder(String body) {
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> order(body));
    }

    @Test
    void acceptsAnApiKeyAndAnswersExactlyAsTheCentreExpects() {
        var outcome = adapter.receive(call("pushJjd", Centres.KEY.value(), "{}"));
        var answer = ((Outcome.Accepted) outcome).acknowledgement().orElseThrow();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().text(UTF_8)).isEqualTo("{\"code\":\"200\",\"data\":null,\"message\":\"success\"}");
    }

    @Test
    void refusesInTheCentresOwnWords() {
        var refused = (Outcome.Refused) adapter.receive(call("pushJjd", "another key of somebody", "{}"));
        assertThat(refused.reason()).isEqualTo(Reason.FORGED_PROOF);
        assertThat(refused.answer().orElseThrow().body().text(UTF_8)).startsWith("{\"code\":\"401\",");
        assertThat(((Outcome.Refused) adapter.receive(call("pushJjd", "", "{}"))).reason())
                .isEqualTo(Reason.MISSING_PROOF);
        assertThat(((Outcome.Refused) adapter.receive(call("elsewhere", Centres.KEY.value(), "{}"))).reason())
                .isEqualTo(Reason.UNKNOWN_ADDRESS);
    }

    @Test
    void needsExactlyOneProofInItsSettings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Centres.settings(List.of(), List.of(), Map.of(), null))
                .withMessageContaining("api-keys and signing-keys");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Centres.settings(List.of(Centres.KEY), List.of(Centres.KEY), Map.of(), null));
    }

    @Test
    void doesNotClaimToAnswerWithoutAnAddress() {
        var silent = new Police110Provider().adapter(AdapterUnderTest.SOURCE, Centres.withKey(Map.of()));
        assertThat(silent).isInstanceOf(Police110.class);
    }

    private static Request call(String path, String key, String body) {
        return new Request(
                AdapterUnderTest.SOURCE,
                "POST",
                path,
                Map.of(),
                Map.of("x-api-key", List.of(key)),
                Payload.of(body, UTF_8),
                AdapterUnderTest.NOW);
    }

    private IntakeMessage order(String body) {
        return read("pushJjd", body);
    }

    private IntakeMessage read(String path, String body) {
        return adapter.normalise(new RawMessage(
                        Police110.CHANNEL,
                        AdapterUnderTest.SOURCE,
                        "d",
                        AdapterUnderTest.NOW,
                        Map.of(Police110.PATH, path),
                        Payload.of(body, UTF_8),
                        SignatureStatus.VERIFIED))
                .get(0);
    }
}
