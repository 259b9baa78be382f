package org.intakehub.adapter.telephone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.FormAdapter;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.junit.jupiter.api.Test;

class CallFormTest {
    private static final SourceId SOURCE = new SourceId("switch");

    private static RawMessage raw(Payload body, SignatureStatus origin) {
        return new RawMessage(
                TelephoneProvider.CHANNEL,
                SOURCE,
                "form:1",
                Instant.parse("2026-11-23T02:00:00Z"),
                Map.of(),
                body,
                origin);
    }

    private static FormEntry entry(Optional<String> phone) {
        var caller = new Citizen(
                Optional.empty(),
                Optional.empty(),
                phone.stream().toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                phone.isEmpty(),
                phone);
        return new FormEntry(
                "k1",
                "",
                "路灯不亮。\n已经一周。",
                caller,
                Optional.of("东风路 12 号"),
                Optional.empty(),
                true,
                List.of(),
                Map.of("callId", "c-7", "category", "0207"));
    }

    @Test
    void whatAnOperatorWroteGoesOnWithTheCallSoThatItsRecordingFindsIt() {
        var adapter = (FormAdapter) new TelephoneProvider().adapter(SOURCE, Switches.pushing());
        var message = adapter.normalise(raw(adapter.write(entry(Optional.of("13900001234"))), SignatureStatus.ENTERED))
                .get(0);
        assertThat(message.key().value()).isEqualTo("form|k1");
        assertThat(message.externalId()).contains("c-7");
        assertThat(message.threading().continues()).contains("c-7");
        assertThat(message.text()).isEqualTo("路灯不亮。\n已经一周。");
        assertThat(message.citizen().phones()).containsExactly("13900001234");
        assertThat(message.place().address()).contains("东风路 12 号");
        assertThat(message.confidentiality()).isEqualTo(Confidentiality.ON_REQUEST);
        assertThat(message.extras()).containsEntry("category", "0207");
    }

    @Test
    void aCallerWithAWithheldNumberAndNoNameIsAnonymous() {
        var adapter = (FormAdapter) new TelephoneProvider().adapter(SOURCE, Switches.pushing());
        var message = adapter.normalise(raw(adapter.write(entry(Optional.empty())), SignatureStatus.ENTERED))
                .get(0);
        assertThat(message.citizen().anonymous()).isTrue();
    }

    @Test
    void theSameBytesFromTheSwitchAreAnEventAndNoForm() {
        var adapter = (FormAdapter) new TelephoneProvider().adapter(SOURCE, Switches.pushing());
        var message = adapter.normalise(raw(adapter.write(entry(Optional.empty())), SignatureStatus.VERIFIED))
                .get(0);
        assertThat(message.automaticReason()).isPresent();
        assertThatThrownBy(() -> adapter.normalise(raw(Payload.of("{}", UTF_8), SignatureStatus.ENTERED)))
                .isInstanceOf(MalformedMessage.class);
    }
}
