package org.intakehub.adapter.governmentwebsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import org.intakehub.adapter.governmentwebsite.ProfileTrial.Finding;
import org.intakehub.core.channel.Payload;
import org.junit.jupiter.api.Test;

class ProfileTrialTest {
    private static final URI LIST = URI.create("http://www.example.org/hd/list_1.html");
    private static final Optional<String> HTML = Optional.of("text/html");

    private final ProfileTrial trial =
            new ProfileTrial(SiteSettings.PAGES, URI.create("http://www.example.org"), "Asia/Shanghai");

    private static Payload page(String body) {
        return Payload.of("<meta charset=gb2312>" + body, Charset.forName("GB18030"));
    }

    @Test
    void tellsWhatAListHolds() {
        var report = trial.list(
                page("<ul class=letters><li><a href='a.html'>路灯</a></li><li><a href='/hd/b.html'>积水</a></li></ul>"),
                HTML,
                LIST);

        assertThat(report.isWell()).isTrue();
        assertThat(report.links())
                .containsExactly(
                        URI.create("http://www.example.org/hd/a.html"), URI.create("http://www.example.org/hd/b.html"));
        assertThat(report.findings()).contains(new Finding("link", 2, "路灯", Optional.empty()));
    }

    @Test
    void tellsThatNothingStandsWhereASelectorPoints() {
        var report = trial.list(page("<ol><li>路灯</li></ol>"), HTML, LIST);

        assertThat(report.isWell()).isFalse();
        assertThat(report.findings()).extracting(Finding::count).containsExactly(0, 0);
    }

    @Test
    void tellsThatLinksLeadElsewhere() {
        var report = trial.list(
                page("<ul class=letters><li><a href='https://other.example.org/a.html'>路灯</a></li></ul>"), HTML, LIST);

        assertThat(report.findings())
                .last()
                .satisfies(link -> assertThat(link.problem()).contains("no link leads to a page of this site"));
    }

    @Test
    void tellsFieldByFieldWhatALettersPageHolds() {
        var report = trial.letter(
                page("<h1 class=t>路灯不亮</h1><i class=when>来信时间：2026年11月20日 10:00</i><div class=body> </div>"
                        + "<i class=answered>上周</i>"),
                HTML);

        assertThat(report.findings())
                .extracting(Finding::field)
                .containsExactly("title", "body", "author", "reply", "reply-unit", "date", "reply-date");
        assertThat(report.findings())
                .contains(
                        new Finding("title", 1, "路灯不亮", Optional.empty()),
                        new Finding("body", 1, "", Optional.of("what stands there has no text")),
                        new Finding("date", 1, "来信时间：2026年11月20日 10:00", Optional.empty()),
                        new Finding("reply-date", 1, "上周", Optional.of("a date does not fit selectors.date-pattern")));
    }

    @Test
    void showsNoWordsOfAPageWhenPrinted() {
        var report = trial.letter(page("<h1 class=t>路灯不亮</h1>"), HTML);

        assertThat(report.findings().toString()).doesNotContain("路灯");
    }
}
