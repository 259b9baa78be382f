package org.intakehub.adapter.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Coordinates;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WechatReadingTest {
    private final Wechat wechat = new Wechat(Platform.plain());

    @Test
    void readsWhoSaidWhatWhen() {
        var message =
                message("text", "<Content><![CDATA[路灯不亮\r\n<b>三天</b>]]></Content><MsgId>9007199254740993</MsgId>");
        assertThat(message.text()).isEqualTo("路灯不亮\n<b>三天</b>");
        assertThat(message.citizen().handle()).contains("o-1");
        assertThat(message.occurredAt()).contains(Instant.ofEpochSecond(1_764_000_000));
        assertThat(message.externalId()).contains("9007199254740993");
        assertThat(message.threading().conversation()).contains(Duration.ofHours(2));
        assertThat(message.automaticReason()).isEmpty();
        assertThat(message.extras())
                .isEqualTo(Map.of("ToUserName", "gh_1", "MsgType", "text", "MsgId", "9007199254740993"));
    }

    @Test
    void linksMediaOnTheHostOfTheApi() {
        var message = message("video", "<MediaId>a/b+c</MediaId><ThumbMediaId>t</ThumbMediaId><MsgId>1</MsgId>");
        assertThat(message.attachments())
                .containsExactly(
                        new Attachment.Linked(
                                "视频.mp4",
                                "video/mp4",
                                URI.create("https://api.weixin.qq.com/cgi-bin/media/get?media_id=a%2Fb%2Bc")),
                        new Attachment.Linked(
                                "缩略图.jpg",
                                "image/jpeg",
                                URI.create("https://api.weixin.qq.com/cgi-bin/media/get?media_id=t")));
    }

    @Test
    void saysThatWordsWereMadeOfSpeech() {
        var message = message("voice", "<MediaId>v</MediaId><Format>amr</Format><Recognition>楼下施工</Recognition>");
        assertThat(message.text()).isEqualTo("楼下施工");
        assertThat(message.notes()).containsExactly("text made of speech by the platform");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("语音.amr");
    }

    @Test
    void readsAPositionWithItsReferenceSystem() {
        var message =
                message("location", "<Location_X>31.6</Location_X><Location_Y>117.8</Location_Y><Label>示例路口</Label>");
        assertThat(message.place().address()).contains("示例路口");
        assertThat(message.place().coordinates()).contains(new Coordinates(117.8, 31.6, ReferenceSystem.GCJ02));
        var odd = message("location", "<Location_X>317</Location_X><Location_Y>NaN</Location_Y><Label>路口</Label>");
        assertThat(odd.place().coordinates()).isEmpty();
        assertThat(odd.notes()).containsExactly("position not understood");
        assertThat(odd.extras()).containsEntry("Location_X", "317");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscribe", "CLICK", "kf_create_session", "something_new"})
    void parksEventsWithAllTheirFields(String event) {
        var message = message("event", "<Event>" + event + "</Event><A><B>1</B><B>2</B></A>");
        assertThat(message.automaticReason()).isPresent();
        assertThat(message.extras())
                .containsEntry("Event", event)
                .containsEntry("A.B[0]", "1")
                .containsEntry("A.B[1]", "2");
    }

    @Test
    void parksWhatIsNoCitizensMessage() {
        assertThat(message("hologram", "<MsgId>1</MsgId>").automaticReason()).isPresent();
        var nobody = read("<xml><Content>x</Content><MsgType>text</MsgType></xml>");
        assertThat(nobody.automaticReason()).isPresent();
        assertThat(nobody.extras()).containsEntry("Content", "x");
        assertThat(read("<xml><Content>y</Content><MsgType>text</MsgType></xml>")
                        .key())
                .isNotEqualTo(nobody.key());
    }

    @Test
    void dropsCharactersThatXmlForbidsRatherThanTheMessage() {
        var message = message("text", "<Content><![CDATA[路\u0014灯\u0000]]></Content><Other>&#x14;a&#0;</Other>");
        assertThat(message.text()).isEqualTo("路灯");
        assertThat(message.extras()).containsEntry("Other", "a");
        assertThat(message.notes()).containsExactly("characters that XML does not allow were dropped");
    }

    @Test
    void keepsAReferenceThatACitizenTyped() {
        var message = message("text", "<Content><![CDATA[路灯 &#20; &amp;]]></Content>");
        assertThat(message.text()).isEqualTo("路灯 &#20; &amp;");
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void keepsATimeThatItDoesNotUnderstand() {
        var message = read("<xml><FromUserName>o-1</FromUserName><CreateTime>yesterday</CreateTime>"
                + "<MsgType>text</MsgType><Content>x</Content></xml>");
        assertThat(message.occurredAt()).isEmpty();
        assertThat(message.extras()).containsEntry("CreateTime", "yesterday");
        assertThat(message.notes()).containsExactly("time missing or not understood");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><xml><Content>&x;</Content></xml>",
                "<!DOCTYPE xml [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><xml><Content>&b;</Content></xml>",
                "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:9/x.dtd\"><xml><Content>x</Content></xml>",
                "<xml><Content>&undeclared;</Content></xml>",
                "<xml></xml>",
                "<xml><a></xml>",
                "{\"MsgType\": \"text\", \"MsgType\": \"event\"}",
                "[]"
            })
    void refusesWhatNoPlatformPushes(String body) {
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> read(body))
                .withNoCause();
    }

    private IntakeMessage message(String type, String content) {
        return read(
                "<xml><ToUserName>gh_1</ToUserName><FromUserName>o-1</FromUserName><CreateTime>1764000000</CreateTime>"
                        + "<MsgType>" + type + "</MsgType>" + content + "</xml>");
    }

    private IntakeMessage read(String body) {
        var fields = PushBody.inner(Payload.of(body, StandardCharsets.UTF_8), Optional.empty());
        assertThat(fields.toString()).doesNotContain("路灯");
        var raw = new RawMessage(
                Wechat.CHANNEL,
                Platform.SOURCE,
                "delivery",
                Platform.NOW,
                Map.of(),
                Payload.of(body, StandardCharsets.UTF_8),
                SignatureStatus.VERIFIED);
        return wechat.normalise(raw).get(0);
    }
}
