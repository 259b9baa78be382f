package org.intakehub.adapter.webfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final WebFeed FEED = new WebFeed(
            new SourceId("forum"),
            new WebFeedSettings(URI.create("https://forum.example.org/feed"), new Secret("a made-up token")));

    private static FeedReader.Feed read(String xml) {
        return FeedReader.read(Payload.of(xml, StandardCharsets.UTF_8));
    }

    @Test
    void readsAtomWithItsLinkAuthorAndMarkedUpContent() {
        var feed = read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>tag:1</id><title>公交</title>"
                + "<link rel='self' href='https://a.example.org/self'/><link href='https://a.example.org/1'/>"
                + "<author><name>测试居民</name></author><content type='xhtml'><div>加一趟<b>车</b></div></content>"
                + "<published>2026-11-23T10:00:00+08:00</published></entry></feed>");
        var message = feed.entries().get(0).message();
        assertThat(message.externalUrl()).contains(URI.create("https://a.example.org/1"));
        assertThat(message.citizen().name()).contains("测试居民");
        assertThat(message.text()).isEqualTo("加一趟车");
        assertThat(message.occurredAt()).contains(Instant.parse("2026-11-23T02:00:00Z"));
    }

    @Test
    void readsTheFirstRssWithItsEntriesBesideTheChannel() {
        var feed = read(
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel><title>x</title></channel>"
                        + "<item><title>井盖</title><link>https://a.example.org/2</link></item></rdf:RDF>");
        assertThat(feed.entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>维护中</body></html>",
                "<rss><channel><item>",
                "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&a;</title></item></channel></rss>"
            })
    void whatIsNoFeedIsAPassingFaultAndReadsNoFile(String xml) {
        assertThatExceptionOfType(RemoteUnavailable.class)
                .isThrownBy(() -> read(xml))
                .withMessage("the website's answer is no feed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example.org/?page=1", "http://forum.example.org/?page=1", "file:///x", "::"})
    void theTokenNeverGoesToAnotherServerThanTheFeeds(String link) {
        var found = (Step.Found) next(Forum.rss(Forum.link(link) + Forum.item(1)));
        assertThat(found.raws()).hasSize(1);
        assertThat(found.more()).isFalse();
    }

    private static Step next(Answered answered) {
        var ask = (Step.Ask) FEED.start(Cursor.START);
        return FEED.next(new Answer(ask, answered.status(), Map.of(), answered.body(), Instant.EPOCH));
    }
}
