package org.intakehub.adapter.governormailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.exchange.cipher.Signing;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static List<IntakeMessage> csv(Map<String, List<String>> fields, String text, Charset charset) {
        var settings = new GovernorMailboxSettings(null, null, fields, Map.of(), Map.of("4", "投诉"));
        var raw = new RawMessage(
                new ChannelId("governor-mailbox"),
                new SourceId("province"),
                "file-1",
                Instant.parse("2026-11-23T02:00:00Z"),
                Map.of("file-name", "a.csv"),
                Payload.of(text, charset),
                SignatureStatus.ENTERED);
        return new GovernorMailboxProvider()
                .adapter(new SourceId("province"), settings)
                .normalise(raw);
    }

    private static List<IntakeMessage> csv(String text) {
        return csv(Map.of(), text, StandardCharsets.UTF_8);
    }

    @Test
    void keepsTheProvincesNumberAndDeadlineApart() {
        var message = csv("省平台编号,工单编号,内容,办结期限\nSP-1,C-1,灯坏了,46351.75\n").get(0);
        assertThat(message.externalId()).contains("SP-1");
        assertThat(message.threading().continues()).contains("SP-1");
        assertThat(message.citizen().handle()).contains("SP-1");
        assertThat(message.extras())
                .containsEntry("superiorNumber", "SP-1")
                .containsEntry("superiorDueAt", "2026-11-25T10:00:00Z")
                .containsEntry("工单编号", "C-1");
    }

    @Test
    void keepsAColumnThatItDoesNotKnowAndSaysSo() {
        var message = csv("\uFEFF工单编号*,诉求内容 ,热度\n1,灯坏了,99\n").get(0);
        assertThat(message.extras()).containsEntry("热度", "99");
        assertThat(message.notes()).containsExactly("column not known, kept: 热度");
    }

    @Test
    void findsTheHeadBelowATitleAndReadsGb18030() {
        var message = csv(Map.of(), "省长信箱导出,,\n\n工单编号;内容;求助号码\n7;河道淤积，请清。;'13800000000\n", Charset.forName("GB18030"))
                .get(0);
        assertThat(message.text()).isEqualTo("河道淤积，请清。");
        assertThat(message.citizen().phones()).containsExactly("13800000000");
        assertThat(message.notes()).containsExactly("charset guessed: GB18030");
    }

    @Test
    void looksForASourcesOwnNamesFirst() {
        var message = csv(
                        Map.of("superior-number", List.of("省件号"), "content", List.of("来函")),
                        "省件号,来函,工单类型\nX-1,灯坏了,4\n",
                        StandardCharsets.UTF_8)
                .get(0);
        assertThat(message.externalId()).contains("X-1");
        assertThat(message.extras()).containsEntry("appealType", "投诉");
        assertThatThrownBy(() -> csv(Map.of("nonsense", List.of("x")), "a", StandardCharsets.UTF_8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("fields knows only superior-number");
    }

    @Test
    void anOrderThatIsSentOnceMoreGoesOnWithTheFirst() {
        var messages = csv("工单编号,内容,交办时间\n1,灯坏了,2026-11-20\n1,灯坏了,2026-11-20\n1,灯坏了,2026-11-22\n1,灯又坏了,2026-11-22\n");
        assertThat(messages)
                .extracting(message -> message.externalId().orElseThrow())
                .containsExactly("1", "1", "1");
        assertThat(messages).extracting(IntakeMessage::key).doesNotHaveDuplicates();
    }

    @Test
    void hidesTheCitizenRatherThanGuess() {
        var messages = csv("工单编号,内容,是否公开,是否保密\n1,a,是,否\n2,a,否,否\n3,a,是,是\n4,a,,\n5,a,随便,\n");
        assertThat(messages)
                .extracting(IntakeMessage::confidentiality)
                .containsExactly(
                        Confidentiality.PUBLIC,
                        Confidentiality.ON_REQUEST,
                        Confidentiality.ON_REQUEST,
                        Confidentiality.NORMAL,
                        Confidentiality.ON_REQUEST);
    }

    @Test
    void aDeadlineThatIsNoneIsKeptWithANote() {
        var message = csv("工单编号,内容,办结期限\n1,灯坏了,尽快\n").get(0);
        assertThat(message.extras()).containsEntry("办结期限", "尽快").doesNotContainKey("superiorDueAt");
        assertThat(message.notes()).containsExactly("deadline not understood");
    }

    @Test
    void refusesAFileWithoutKnownColumns() {
        assertThatThrownBy(() -> csv("a,b\n1,2\n"))
                .isInstanceOf(MalformedMessage.class)
                .hasMessage("the file has no row with known columns");
        assertThatThrownBy(() -> csv("工单编号,内容\n")).hasMessage("the file holds no order");
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> new Signing(Signing.Kind.API_KEY, "", null, null, null, "X-"))
                .hasMessage("signing.key is missing");
        assertThatThrownBy(() -> new Signing(Signing.Kind.SM2_SM4, "city", null, new Secret("short"), "04", "X-"))
                .hasMessageStartingWith("signing.private-key cannot be used")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> new GovernorMailboxSettings(
                        null,
                        new Signing(Signing.Kind.API_KEY, "", new Secret("key-of-city"), null, null, "X-"),
                        Map.of(),
                        Map.of(),
                        Map.of()))
                .hasMessage("signing needs exchange.base-url");
    }
}
