package org.intakehub.adapter.mayormailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuotedHistoryTest {
    private static final String OWN = "还是没有修好。\n他在 2025年3月 写道：“马上修”，至今没修。\n发件人：请看附件。";
    private static final String OLD = "您的来信已转城管局办理。";

    static Stream<String> histories() {
        return Stream.of(
                "------------------ 原始邮件 ------------------\n发件人: \"信箱\" <m@c.example>;\n主题: 路灯\n\n" + OLD,
                "------------------&nbsp;Original&nbsp;------------------\nFrom: \"m\" <m@c.example>;\n\n" + OLD,
                "---- 回复的原邮件 ----\n| 发件人 | 信箱<m@c.example> |\n| 主题 | 路灯 |\n" + OLD,
                "在 2026-11-20 09:00:00，\"信箱\" <m@c.example> 写道：\n\n" + OLD,
                "信箱 <m@c.example> 于2026年11月20日周五\n上午9:00写道：\n\n> " + OLD,
                "On Fri, Nov 20, 2026 at 9:00 AM Mayor <\nm@c.example> wrote:\n> " + OLD,
                "At 2026-11-20 09:00:00, \"信箱\" <m@c.example> wrote:\n>" + OLD,
                "---- 在 星期五, 20 十一月 2026 09:00:00 +0800 信箱 <m@c.example> 撰写 ----\n\n" + OLD,
                "________________________________\n发件人: 信箱 <m@c.example>\n发送时间: 2026年11月20日 9:00\n收件人: 林\n主题: 答复\n\n"
                        + OLD,
                "寄件者: 信箱 <m@c.example>\n寄件日期: 2026年11月20日\n收件者: 林\n主旨: RE\n\n" + OLD,
                "发自我的iPhone\n\n> 在 2026年11月20日，09:00，信箱 <m@c.example> 写道：\n> \n> " + OLD,
                "来自钉钉专属商务邮箱--------------------------------\n发件人：信箱<m@c.example>\n日　期：2026年11月20日\n收件人：林\n主　题：路灯\n\n"
                        + OLD,
                "| |\n林晓\n|\n|\n邮箱：l@mail.example\n|\n\n签名由 网易邮箱大师 定制\n\n在2026年11月20日 09:00，信箱 写道：\n" + OLD);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void keepsWhatIsNewAndFoldsWhatIsOld(String history) {
        var split = split(OWN + "\n\n" + history);
        assertThat(split.text()).isEqualTo(OWN);
        assertThat(split.folded()).contains(OLD);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void dropsNothing(String history) {
        var mail = OWN + "\n\n" + history;
        var split = split(mail);
        assertThat((split.text() + split.folded()).replaceAll("\\s", "")).isEqualTo(mail.replaceAll("\\s", ""));
    }

    @Test
    void keepsAnswersWrittenBetweenQuotedLines() {
        var split = split("在 2026-11-20 09:00，信箱 <m@c.example> 写道：\n> 请问几号楼？\n\n三号楼。\n\n> 什么时候？\n> 每天？\n\n每天夜里。");
        assertThat(split.text()).contains("三号楼。", "每天夜里。").doesNotContain("几号楼");
    }

    @Test
    void keepsALineThatBeginsWithGreaterThan() {
        assertThat(split("噪音多少？\n> 60 分贝\n请测量。").text()).contains("> 60 分贝");
    }

    @Test
    void keepsAllIfNothingElseIsLeft() {
        var mail = "-----原始邮件-----\n发件人: 周平 <z@mail.example>\n主题: 求助\n\n水管坏了。";
        assertThat(split(mail)).isEqualTo(new Split(mail, ""));
    }

    @Test
    void keepsAForwardedTextWhole() {
        var mail = List.of(new Line("请看下面。", false), new Line("-----原始邮件-----", false), new Line("水管坏了。", false));
        assertThat(QuotedHistory.split(mail, "转发：求助").text()).contains("水管坏了。");
    }

    @Test
    void foldsSignaturesAndNotices() {
        for (var footer : List.of(
                "-- \n林晓\n电话 000",
                "发自我的华为手机",
                "Sent from my iPad",
                "获取 Outlook for iOS<https://outlook.example>",
                "本邮件含有保密信息，如您误收，请通知发件人并删除。")) {
            assertThat(split("请尽快处理。\n\n" + footer)).isEqualTo(new Split("请尽快处理。", footer));
        }
    }

    @Test
    void keepsAWishForSecrecyAndOtherLookAlikes() {
        for (var end : List.of("本邮件内容请为我保密。", "来自乡下的一位老人，望领导关心。", "------\n以上是全部情况。", "收件人：市长\n时间：每天22:00\n主题：噪音")) {
            assertThat(split("情况如上。\n" + end).text()).isEqualTo("情况如上。\n" + end);
        }
    }

    @Test
    void followsTheMarksInHtml() {
        for (var html : List.of(
                "<div>已收到</div><div class=\"gmail_quote\"><div>信箱 写道：</div><blockquote>旧文</blockquote></div>",
                "<div>已收到</div><blockquote type=\"cite\">旧文</blockquote>",
                "<div>已收到</div><div id=\"appendonsend\"></div><hr><div>旧文</div>",
                "<p>已收到</p><article><div><div>原始邮件</div></div><div>旧文</div></article>",
                "<div>已收到</div><div class=\"ntes-mailmaster-quote\">旧文</div>")) {
            var split = QuotedHistory.split(HtmlText.lines(html), "");
            assertThat(split.text()).as(html).isEqualTo("已收到");
            assertThat(split.folded()).as(html).contains("旧文");
        }
    }

    private static Split split(String text) {
        return QuotedHistory.split(PlainText.lines(text, Parameters.parse("text/plain")), "Re: 路灯");
    }
}
