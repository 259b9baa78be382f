package org.intakehub.adapter.emergencyoffice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.adapter.testkit.AdapterUnderTest;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmergencyOfficeTest {
    private final EmergencyOffice adapter = new EmergencyOffice(Offices.silent());

    @Test
    void readsEveryFieldOfAnEvent() {
        var message = read("""
                {"eventId": "E1", "eventTitle": "燃气泄漏", "bjr": "报警人", "bjTel": "1", "jjr": "值班员", "eventRank": "二级",
                 "jjfs": "电话", "bjnr": "有气味", "sjjl": "已通知", "address": "路口", "eventTime": 1795396320}""");
        assertThat(message.externalId()).contains("E1");
        assertThat(message.threading().continues()).contains("E1");
        assertThat(message.kind()).isEqualTo(IntakeMessage.Kind.MATTER);
        assertThat(message.title()).isEqualTo("燃气泄漏");
        assertThat(message.text()).isEqualTo("有气味\n\n已通知");
        assertThat(message.citizen().name()).contains("报警人");
        assertThat(message.citizen().phones()).containsExactly("1");
        assertThat(message.citizen().handle()).contains("E1");
        assertThat(message.place().address()).contains("路口");
        assertThat(message.occurredAt()).contains(Instant.ofEpochSecond(1795396320));
        assertThat(message.confidentiality()).isEqualTo(Confidentiality.NORMAL);
        assertThat(message.extras()).isEqualTo(Map.of("rank", "2", "eventRank", "二级", "jjr", "值班员", "jjfs", "电话"));
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void takesInTheHubsOwnTestCall() {
        var call = adapter.testCall(AdapterUnderTest.SOURCE, "test:3f2b", AdapterUnderTest.NOW);
        var raw = ((Outcome.Accepted) adapter.receive(call)).raw();
        assertThat(adapter.normalise(raw))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("test:3f2b"));
    }

    @Test
    void readsWhatAnOperatorWroteDown() {
        var citizen = new Citizen(
                Optional.of("值班员"),
                Optional.empty(),
                List.of("055100000000"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                false,
                Optional.empty());
        var entry = new FormEntry(
                "k1",
                "",
                "燃气泄漏",
                citizen,
                Optional.of("东风路"),
                Optional.empty(),
                true,
                List.of(),
                Map.of("eventRank", "1"));
        var message = adapter.normalise(new RawMessage(
                        EmergencyOffice.CHANNEL,
                        AdapterUnderTest.SOURCE,
                        "form:k1",
                        AdapterUnderTest.NOW,
                        Map.of(),
                        adapter.write(entry),
                        SignatureStatus.ENTERED))
                .get(0);
        assertThat(message.externalId()).contains("form-k1");
        assertThat(message.title()).isEqualTo("应急事件");
        assertThat(message.text()).isEqualTo("燃气泄漏");
        assertThat(message.citizen().phones()).containsExactly("055100000000");
        assertThat(message.place().address()).contains("东风路");
        assertThat(message.confidentiality()).isEqualTo(Confidentiality.ON_REQUEST);
        assertThat(message.extras()).containsEntry("rank", "1");
    }

    @ParameterizedTest
    @CsvSource({"一级, 1", "一, 1", "1, 1", "Ⅰ级, 1", "I级, 1", "二级, 2", "II级, 2", "三 级, 3", "III, 3", "3级, 3"})
    void readsARankHoweverItIsWritten(String written, String rank) {
        assertThat(read("{\"eventId\": \"E1\", \"eventRank\": \"" + written + "\"}")
                        .extras())
                .containsEntry("rank", rank);
    }

    @ParameterizedTest
    @ValueSource(strings = {"四级", "橙色", "0", "12", "级"})
    void keepsAnUnknownRankRawWithANote(String written) {
        var message = read("{\"eventId\": \"E1\", \"eventRank\": \"" + written + "\"}");
        assertThat(message.extras()).doesNotContainKey("rank").containsEntry("eventRank", written);
        assertThat(message.notes()).containsExactly("rank of the event not known");
    }

    @Test
    void isConfidentialIfTheFlagSaysAnythingButNo() {
        assertThat(read("{\"eventId\": \"E1\", \"sfbm\": \"是\"}").confidentiality())
                .isEqualTo(Confidentiality.ON_REQUEST);
        assertThat(read("{\"eventId\": \"E1\", \"sfbm\": \"0\"}").confidentiality())
                .isEqualTo(Confidentiality.NORMAL);
    }

    @Test
    void hasOneKeyForTheSameFieldsAndAnotherForChangedOnes() {
        assertThat(read("{\"bjnr\":\"x\", \"eventId\":\"E1\"}").key())
                .isEqualTo(read("{\"eventId\":\"E1\",\"bjnr\":\"x\"}").key())
                .isNotEqualTo(read("{\"eventId\":\"E1\",\"bjnr\":\"y\"}").key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"eventId\":\"\"}", "{\"eventId\":\"a\",\"eventId\":\"b\"}", "{\"eventId\":\"a\"}]"
            })
    void quarantinesWhatIsNoEvent(String body) {
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> read(body));
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Offices.settings(List.of(), null, null))
                .withMessageContaining("signing-keys");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Offices.settings(List.of(Offices.KEY), URI.create("https://a.example.org"), null))
                .withMessageContaining("own-key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Offices.settings(List.of(Offices.KEY), URI.create("ftp://a"), Offices.OWN_KEY))
                .withMessageContaining("state");
    }

    @Test
    void doesNotClaimToAnswerWithoutAnAddress() {
        assertThat(new EmergencyOfficeProvider().adapter(AdapterUnderTest.SOURCE, Offices.silent()))
                .isInstanceOf(EmergencyOffice.class);
    }

    private IntakeMessage read(String body) {
        return adapter.normalise(new RawMessage(
                        EmergencyOffice.CHANNEL,
                        AdapterUnderTest.SOURCE,
                        "d",
                        AdapterUnderTest.NOW,
                        Map.of(),
                        Payload.of(body, UTF_8),
                        SignatureStatus.VERIFIED))
                .get(0);
    }
}
