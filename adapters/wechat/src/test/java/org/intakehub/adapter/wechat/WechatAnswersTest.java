package org.intakehub.adapter.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Step;
import org.junit.jupiter.api.Test;

class WechatAnswersTest {
    private static final Duration WINDOW = Duration.ofDays(2);

    private final Wechat wechat = new Wechat(Platform.plain());

    @Test
    void answersAsACustomerServiceMessageWithinTheWindow() {
        var call = ((Outgoing.ByCall) wechat.compose(reply("已安排维修。", WINDOW.minusSeconds(1)))).call();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.url()).hasToString("https://api.weixin.qq.com/cgi-bin/message/custom/send");
        assertThat(call.body().text(StandardCharsets.UTF_8))
                .isEqualTo("{\"touser\":\"o-1\",\"msgtype\":\"text\",\"text\":{\"content\":\"已安排维修。\"}}");
    }

    @Test
    void leavesALaterAnswerToAPersonWithItsWholeText() {
        var text = "已安排维修。".repeat(500);
        var task = (Outgoing.ByHand) wechat.compose(reply(text, WINDOW));
        assertThat(task.text()).isEqualTo(text);
        assertThat(task.instruction()).contains("48 hours");
    }

    @Test
    void tellsOfALaterAnswerByTemplate() {
        var fields = Map.of("thing1", "{title}", "thing2", "{text}", "number3", "{case}");
        var notice =
                new WechatNotice(WechatNotice.Kind.TEMPLATE, "t-1", "https://city.example.org/c/{case}", fields, 20);
        var call = ((Outgoing.ByCall) new Wechat(Platform.settings(null, null, notice))
                        .compose(reply("{case}" + "路灯".repeat(20), WINDOW)))
                .call();
        assertThat(call.url().getPath()).isEqualTo("/cgi-bin/message/template/send");
        assertThat(JsonFields.read(call.body().text(StandardCharsets.UTF_8)))
                .isEqualTo(Map.of(
                        "touser", "o-1",
                        "template_id", "t-1",
                        "url", "https://city.example.org/c/A-1",
                        "data.thing1.value", "路灯 不亮",
                        "data.thing2.value", "{case}" + "路灯".repeat(6) + "路…",
                        "data.number3.value", "A-1"));
    }

    @Test
    void tellsOfALaterAnswerBySubscription() {
        var notice = new WechatNotice(
                WechatNotice.Kind.SUBSCRIPTION, "t-2", "pages/case?id={case}", Map.of("thing1", "有答复"), 20);
        var call = ((Outgoing.ByCall) new Wechat(Platform.settings(null, null, notice)).compose(reply("好", WINDOW)))
                .call();
        assertThat(call.url().getPath()).isEqualTo("/cgi-bin/message/subscribe/bizsend");
        assertThat(JsonFields.read(call.body().text(StandardCharsets.UTF_8)))
                .containsEntry("page", "pages/case?id=A-1");
    }

    @Test
    void cutsBehindASentenceOrElseBehindACharacter() {
        assertThat(Cut.to("路灯。", 9, "…")).isEqualTo("路灯。");
        assertThat(Cut.to("一二三。四五六", 18, "…")).isEqualTo("一二三。…");
        assertThat(Cut.to("一。二三四五六七", 18, "…")).isEqualTo("一。二三四…");
        assertThat(Cut.to("😀😀😀", 11, "…")).isEqualTo("😀😀…");
        assertThat(Cut.toCharacters("😀😀😀", 2)).isEqualTo("😀…");
    }

    @Test
    void saysInACutTextThatItIsCut() {
        var call = ((Outgoing.ByCall) wechat.compose(reply("路灯不亮。".repeat(400), Duration.ZERO))).call();
        var content = JsonFields.read(call.body().text(StandardCharsets.UTF_8)).getOrDefault("text.content", "");
        assertThat(content.getBytes(StandardCharsets.UTF_8).length).isBetween(1500, 2048);
        assertThat(content).endsWith("。……（全文较长，未完，办件编号 A-1）");
    }

    @Test
    void writesToNoRecipientThatIsNoOpenId() {
        var crowd = reply("好", Duration.ZERO, "o-1,o-2");
        assertThatExceptionOfType(RemoteRejected.class).isThrownBy(() -> wechat.compose(crowd));
    }

    @Test
    void waitsForTheQuotaOfTheNextDayInBeijing() {
        assertThatExceptionOfType(RemoteUnavailable.class)
                .isThrownBy(() -> wechat.confirm(answered("{\"errcode\":45009,\"errmsg\":\"\"}")))
                .satisfies(fault -> assertThat(fault.retryAfter()).contains(Duration.ofHours(8)));
    }

    @Test
    void knowsTheIdOfATemplateMessage() {
        assertThat(wechat.confirm(answered("{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":200228332000000001}")))
                .isEqualTo("200228332000000001");
    }

    @Test
    void anErrorThatComesInPlaceOfAFileIsNoFile() {
        assertThatExceptionOfType(RemoteRejected.class)
                .isThrownBy(() -> check("{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}"))
                .withMessageContaining("40007");
        assertThatExceptionOfType(RemoteUnavailable.class).isThrownBy(() -> check("{\"errcode\":42001}"));
        assertThatExceptionOfType(RemoteUnavailable.class).isThrownBy(() -> check("{\"errcode\":-1}"));
        assertThatExceptionOfType(RemoteRejected.class)
                .isThrownBy(() -> check("{\"video_url\":\"https://video.example.org/1\"}"));
    }

    @Test
    void whatIsAFileIsLeftAlone() {
        check("");
        check("\u00ff\u00d8 no JSON");
        check("{\"a citizen's\": \"own JSON\"}");
        check("{\"errcode\":40007}" + " ".repeat(1 << 16));
    }

    private void check(String file) {
        wechat.checkFile(Payload.of(file, StandardCharsets.UTF_8));
    }

    private static Reply reply(String text, Duration waited) {
        return reply(text, waited, "o-1");
    }

    private static Reply reply(String text, Duration waited, String recipient) {
        return new Reply(
                "r-1",
                Reply.Kind.ANSWER,
                "A-1",
                "token",
                recipient,
                Optional.of("路灯\n不亮"),
                text,
                List.of(),
                Optional.empty(),
                Platform.NOW.minus(waited),
                Platform.NOW);
    }

    private static Answer answered(String json) {
        var ask = new Step.Ask(new Wechat(Platform.plain()).login().call(), Cursor.START, "");
        return new Answer(
                ask, 200, Map.of(), Payload.of(json, StandardCharsets.UTF_8), Instant.parse("2026-11-23T08:00:00Z"));
    }
}
