package org.intakehub.adapter.governmentwebsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.junit.jupiter.api.Test;

class LettersTest {
    private static List<IntakeMessage> read(SiteSettings settings, String envelope) {
        return new GovernmentWebsite(new SourceId("site"), settings.build())
                .normalise(new RawMessage(
                        GovernmentWebsite.CHANNEL,
                        new SourceId("site"),
                        "d",
                        Instant.EPOCH,
                        Map.of(),
                        Payload.of(envelope.replace('\'', '"'), StandardCharsets.UTF_8),
                        SignatureStatus.FETCHED));
    }

    private static IntakeMessage trs(String fields) {
        return read(SiteSettings.of(Profile.TRS), "{'row':{'METADATAID':1,'TITLE':'a'," + fields + "}}")
                .get(0);
    }

    @Test
    void readsMillisecondsSecondsAndText() {
        for (var time : List.of("1795140000000", "1795140000", "'2026-11-20 10:00:00'", "'2026年11月20日 10:00'")) {
            assertThat(trs("'SUBMITTIME':" + time).occurredAt())
                    .as(time)
                    .contains(Instant.ofEpochSecond(1_795_140_000));
        }
        assertThat(trs("'SUBMITTIME':'上周'").notes()).contains("time not readable");
    }

    @Test
    void readsAnAddressThatIsPlainRelativeOrAnArrayInText() {
        assertThat(trs("'PUBLISHURL':'/hd/t1.html'").externalUrl())
                .contains(URI.create("http://www.example.org/hd/t1.html"));
        assertThat(trs("'PUBLISHURL':'hd/t1.html'").externalUrl())
                .contains(URI.create("http://www.example.org/hd/t1.html"));
        assertThat(trs("'PUBLISHURL':'[\\'http://a.example.org/t1.html\\']'").externalUrl())
                .contains(URI.create("http://a.example.org/t1.html"));
        assertThat(trs("'PUBLISHURL':'javascript:void(0)'").externalUrl()).isEmpty();
    }

    @Test
    void anUnknownFlagOfPublicityMeansSecrecy() {
        var settings = SiteSettings.of(Profile.HDJLPT);
        for (var flag : Map.of(
                        "'1'", Confidentiality.PUBLIC,
                        "'否'", Confidentiality.ON_REQUEST,
                        "7", Confidentiality.ON_REQUEST)
                .entrySet()) {
            var letter = read(settings, "{'row':{'letter_id':1,'subject':'a','open':" + flag.getKey() + "}}")
                    .get(0);
            assertThat(letter.confidentiality()).as(flag.getKey()).isEqualTo(flag.getValue());
            assertThat(letter.extras()).containsKey("open");
        }
    }

    @Test
    void answersMayBeOneObjectOrPlainTextAndNoneIsCountedTwice() {
        var several = read(
                SiteSettings.of(Profile.TRS),
                "{'row':{'METADATAID':1,'TITLE':'a','REPLYS':[{'CONTENT':'好'},{'CONTENT':' 好 '},'已办',{'X':1}]}}");

        assertThat(several).extracting(IntakeMessage::text).containsExactly("", "好", "已办");
        assertThat(read(SiteSettings.of(Profile.TRS), "{'row':{'METADATAID':1,'REPLYS':{'CONTENT':'好'}}}"))
                .hasSize(2);
    }

    @Test
    void aLetterWithoutNumberIsNoLetter() {
        assertThatThrownBy(() -> read(SiteSettings.of(Profile.TRS), "{'row':{'TITLE':'a'}}"))
                .isInstanceOf(MalformedMessage.class);
        assertThatThrownBy(() -> read(SiteSettings.of(Profile.JACT), "{'id':'x','row':{}}"))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void findsCellsOfAJactPageByTheirLabels() {
        var html = "<div class=jact_main><div class=jact_box><div class=jact_box_font><table>"
                + "<tr><td>关键字</td><td>水</td><td>时间</td><td>2026-11-20</td></tr><tr><td>提交对象：</td><td>水务局</td></tr>"
                + "</table><p>没有水。</p></div></div><div class=jact_box><div class=jact_box_font>"
                + "<table><tr><td>时间：</td><td>2026-11-21</td></tr></table>已恢复。</div></div></div>";

        var letter = JactPage.of(html).letter("1", "来信", Optional.empty());

        assertThat(letter.text()).isEqualTo("没有水。");
        assertThat(letter.department()).contains("水务局");
        assertThat(letter.submitted()).contains("2026-11-20");
        assertThat(letter.replies())
                .containsExactly(new Letter.Reply("已恢复。", Optional.of("2026-11-21"), Optional.empty()));
    }

    @Test
    void readsPagesOfTheNationalCharsetWhateverTheyCallIt() {
        var text = "喆寓小区㙍";
        for (var name : List.of("gb2312", "GBK", "gb18030")) {
            var page = "<meta charset=\"" + name + "\">" + text;
            assertThat(PageText.of(Payload.of(page, Charset.forName("GB18030")), Optional.of("text/html"), ""))
                    .as(name)
                    .isEqualTo(page);
        }
        assertThat(PageText.of(Payload.of(text, Charset.forName("GB18030")), Optional.empty(), ""))
                .isEqualTo(text);
        assertThat(PageText.of(
                        Payload.of(text, StandardCharsets.UTF_8), Optional.of("text/html; charset=gb2312"), "gbk"))
                .as("a page that says what it is not")
                .hasSizeGreaterThan(0);
    }

    @Test
    void findsADateWithinOtherWords() {
        var times = new SiteTime(
                "yyyy-MM-dd HH:mm", SiteSettings.of(Profile.TRS).build().zoneId());

        assertThat(times.read("编号20 来信时间：2026-11-20 10:00（星期五）")).contains(Instant.ofEpochSecond(1_795_140_000));
        assertThat(times.read("2026年11月20日 10:00")).contains(Instant.ofEpochSecond(1_795_140_000));
        assertThat(times.read("昨天")).isEmpty();
    }

    @Test
    void handsAnAnswerToAPersonWithThePageToPublishItOn() {
        var adapter = new GovernmentWebsite(
                new SourceId("site"),
                SiteSettings.of(Profile.JACT)
                        .answerPage("https://admin.example.org/letters/{id}")
                        .build());

        assertThat(adapter.compose(reply("4711"))).isInstanceOfSatisfying(Outgoing.ByHand.class, task -> {
            assertThat(task.where()).contains(URI.create("https://admin.example.org/letters/4711"));
            assertThat(task.text()).isEqualTo("已修复。");
        });
        assertThat(adapter.compose(reply("../x")))
                .isInstanceOfSatisfying(
                        Outgoing.ByHand.class,
                        task -> assertThat(task.where()).contains(URI.create("http://www.example.org")));
    }

    private static Reply reply(String id) {
        return new Reply(
                "r-1",
                Reply.Kind.ANSWER,
                "A1",
                "t1",
                "letter-" + id,
                Optional.empty(),
                "已修复。",
                List.of(),
                Optional.of(id),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void noLinkLeadsOffTheSite() {
        var site = URI.create("http://www.example.org/");

        assertThat(Links.on(site, "/hd/a.html?x=1")).contains(URI.create("http://www.example.org/hd/a.html?x=1"));
        for (var link :
                List.of("//other.example.org/a", "http://other.example.org/a", "javascript:a()", "", "http://[")) {
            assertThat(Links.on(site, link)).as(link).isEmpty();
        }
    }
}
