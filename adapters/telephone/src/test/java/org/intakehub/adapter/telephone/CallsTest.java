package org.intakehub.adapter.telephone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {
    private final Calls calls = new Calls(Switches.pushing());

    @ParameterizedTest
    @CsvSource({
        "RING, a call rings",
        "answered, a call was answered",
        "挂断, a call ended",
        "7, an event of a call that is not known"
    })
    void keepsEventsWithoutOpeningACase(String word, String reason) {
        var message = event("\"event\": \"" + word + "\"");
        assertThat(message.automaticReason()).contains(reason);
        assertThat(message.externalId()).contains("c-1");
        assertThat(message.occurredAt()).contains(Instant.parse("2026-11-23T02:20:00Z"));
        assertThat(message.extras()).containsEntry("event", word).containsEntry("agent", "8001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"event\": \"MISSED\"",
                "\"event\": \"No Answer\"",
                "\"event\": \"3\"",
                "\"event\": \"HANGUP\", \"answered\": false",
                "\"event\": \"HANGUP\", \"answered\": \"0\"",
                "\"event\": \"HANGUP\", \"talkSeconds\": 0"
            })
    void makesAMatterOfAMissedCall(String event) {
        var message = event(event);
        assertThat(message.automaticReason()).isEmpty();
        assertThat(message.kind()).isEqualTo(IntakeMessage.Kind.MATTER);
        assertThat(message.key().value()).isEqualTo("c-1|MISSED");
        assertThat(message.title()).isEqualTo("未接来电，请回拨");
        assertThat(message.text()).isEqualTo("2026-11-23 10:20 13900000001 来电未接通，请回拨。");
        assertThat(message.citizen().phones()).containsExactly("13900000001");
        assertThat(message.citizen().handle()).contains("13900000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"event\": \"HANGUP\"",
                "\"event\": \"HANGUP\", \"answered\": true",
                "\"event\": \"HANGUP\", \"talkSeconds\": 9"
            })
    void doesNotGuessThatACallWasMissed(String event) {
        assertThat(event(event).automaticReason()).contains("a call ended");
    }

    @Test
    void tellsThatAMissedCallersNumberIsWithheld() {
        var message = read("{\"callId\": \"c-1\", \"event\": \"MISSED\", \"ani\": null}");
        assertThat(message.title()).isEqualTo("未接来电，号码未显示");
        assertThat(message.citizen().phones()).isEmpty();
        assertThat(message.citizen().anonymous()).isTrue();
        assertThat(message.notes()).containsExactly("number withheld");
    }

    @Test
    void joinsARecordingThatComesLaterToItsCall() {
        var message = event("\"event\": \"HANGUP\", \"recordUrl\": \"https://switch.example.org/r/c-1.wav\"");
        assertThat(message.kind()).isEqualTo(IntakeMessage.Kind.NOTICE);
        assertThat(message.threading().continues()).contains("c-1");
        assertThat(message.key()).isNotEqualTo(event("\"event\": \"HANGUP\"").key());
        assertThat(message.attachments())
                .containsExactly(new Attachment.Linked(
                        "c-1.wav", "application/octet-stream", URI.create("https://switch.example.org/r/c-1.wav")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "c-1.wav", "http://a b", "https:///x"})
    void keepsAnAddressThatLeadsNowhereRaw(String url) {
        var message = event("\"event\": \"HANGUP\", \"recordUrl\": \"" + url + "\"");
        assertThat(message.attachments()).isEmpty();
        assertThat(message.extras()).containsEntry("recordUrl", url);
        assertThat(message.notes()).containsExactly("address of the recording not understood");
    }

    @ParameterizedTest
    @CsvSource({
        "13900000001, 13900000001",
        "+86 139-0000-0001, 13900000001",
        "008613900000001, 13900000001",
        "8613900000001, 13900000001",
        "013900000001, 13900000001",
        "+86013900000001, 13900000001",
        "+86 565 82391580, 056582391580",
        "0086056582391580, 056582391580",
        "056582391580, 056582391580",
        "(0565)8239-1580, 056582391580",
        "82391580, 82391580",
        "sip:13900000001@switch.example.org, 13900000001",
        "12345, 12345"
    })
    void writesNumbersInOneWay(String shown, String expected) {
        assertThat(PhoneNumber.of(shown)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "anonymous", "Unknown", "未知", "0", "000", "-", "sip:anonymous@switch.example.org"})
    void knowsAWithheldNumber(String shown) {
        assertThat(PhoneNumber.of(shown)).isEmpty();
    }

    @Test
    void knowsTheSameCallWithoutItsId() {
        var ring = "{\"originCallNo\": \"1390\", \"offeringTime\": \"2026-11-23 10:20:00\", \"Agent\": \"1\"}";
        assertThat(read(ring).externalId()).isEqualTo(read(ring).externalId());
        assertThat(read(ring).externalId())
                .isNotEqualTo(read(ring.replace(":00\"", ":01\"")).externalId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"event\":\"RING\"}", "{\"callId\":\"a\",\"callId\":\"b\"}"})
    void quarantinesWhatIsNoEvent(String body) {
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> read(body));
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Switches.settings(List.of(), null, List.of()))
                .withMessageContaining("keys and poll");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Switches.settings(List.of(), "https://a.example.org/p", List.of()))
                .withMessageContaining("agents");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Switches.settings(List.of(), "https://a.example.org/p", List.of("1", "2")))
                .withMessageContaining("{agent}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Switches.settings(List.of(), "file:///p", List.of("1")))
                .withMessageContaining("poll");
    }

    private IntakeMessage event(String fields) {
        return read("{\"callId\": \"c-1\", \"ani\": \"+8613900000001\", \"dnis\": \"12345\", \"agent\": \"8001\","
                + " \"ts\": \"2026-11-23 10:20:00\", " + fields + "}");
    }

    private IntakeMessage read(String body) {
        return calls.message(CallEvent.read(Payload.of(body, UTF_8)));
    }
}
