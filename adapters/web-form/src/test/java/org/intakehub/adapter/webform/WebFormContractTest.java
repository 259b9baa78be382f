package org.intakehub.adapter.webform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.adapter.testkit.Confirmation;
import org.intakehub.adapter.testkit.ReplyingContract;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.FormAdapter;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebFormContractTest implements ReplyingContract {
    @Override
    public WebFormSettings settings() {
        return new WebFormSettings(Desk.MAYOR_MAILBOX);
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of("letter.json").expect("form|mzxw6ytboi", "路灯不亮"),
                Sample.of("anonymous.json").expect("form|nbswy3dpeb", "占道经营"));
    }

    @Override
    public String recipient() {
        return "13900001234";
    }

    @Override
    public Optional<Confirmation> confirmation() {
        return Optional.empty();
    }

    @Test
    void readsWhatItWrote() {
        var file = new Attachment.Inline("灯.txt", "text/plain", Payload.of("暗", StandardCharsets.UTF_8), false);
        var entry = entry("周晓雨", "13900001234", true, List.of(file));
        var adapter = (FormAdapter) adapter();
        var message = adapter.normalise(raw(adapter.write(entry))).get(0);
        assertThat(message.title()).isEqualTo("<b>路灯</b> &amp; 井盖");
        assertThat(message.text()).isEqualTo("第一行\n第二行 <script>");
        assertThat(message.citizen()).isEqualTo(entry.citizen());
        assertThat(message.confidentiality()).isEqualTo(Confidentiality.ON_REQUEST);
        assertThat(message.place().address()).contains("东风路 12 号");
        assertThat(message.attachments()).containsExactly(file);
        assertThat(message.extras()).containsEntry("appealType", "HELP").containsEntry("desk", "MAYOR_MAILBOX");
    }

    @Test
    void whoNamesNeitherNameNorPhoneIsAnonymous() {
        var adapter = (FormAdapter) adapter();
        var raw = raw(adapter.write(entry(null, null, false, List.of())));
        assertThat(adapter.normalise(raw).get(0).citizen().anonymous()).isTrue();
        assertThat(adapter.normalise(raw).get(0).confidentiality()).isEqualTo(Confidentiality.NORMAL);
    }

    private static FormEntry entry(
            @Nullable String name, @Nullable String phone, boolean isConfidential, List<Attachment.Inline> files) {
        var citizen = new Citizen(
                Optional.ofNullable(name),
                Optional.empty(),
                Optional.ofNullable(phone).stream().toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                name == null && phone == null,
                Optional.ofNullable(phone));
        return new FormEntry(
                "abc",
                "<b>路灯</b> &amp; 井盖",
                "第一行\r\n第二行 <script>",
                citizen,
                Optional.of("东风路 12 号"),
                Optional.of("HELP"),
                isConfidential,
                files,
                Map.of());
    }

    private RawMessage raw(Payload body) {
        return new RawMessage(adapter().channel(), SOURCE, "abc", NOW, Map.of(), body, SignatureStatus.OPEN);
    }
}
