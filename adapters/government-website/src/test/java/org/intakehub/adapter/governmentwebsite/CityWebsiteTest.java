package org.intakehub.adapter.governmentwebsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.intakehub.adapter.testkit.LoopbackRoad;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.IntakeMessage.Kind;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SourceId;
import org.intakehub.simulators.Matters;
import org.intakehub.simulators.website.CityWebsite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adapter and site over real HTTP, on every platform. */
class CityWebsiteTest {
    private static final Instant DAY = Instant.parse("2026-11-20T02:00:00Z");

    private final Matters matters = new Matters(7);
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private CityWebsite site;

    @BeforeEach
    void start() throws IOException {
        site = CityWebsite.start();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private LoopbackRoad road(SiteSettings settings) {
        return new LoopbackRoad(new GovernmentWebsite(new SourceId("site"), settings.build()), () -> now);
    }

    private SiteSettings settings(Profile profile) {
        var pages = SiteSettings.PAGES;
        return SiteSettings.of(site.url(), profile)
                .selectors(new Selectors(
                        "/hd/list/{page}.html",
                        0,
                        pages.item(),
                        pages.link(),
                        pages.title(),
                        pages.date(),
                        pages.datePattern(),
                        pages.body(),
                        pages.author(),
                        pages.reply(),
                        pages.replyDate(),
                        pages.replyUnit(),
                        ""));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void readsALetterAndItsAnswer(Profile profile) {
        var id = site.publish(matters.of(3), DAY);
        site.answer(id, "示例市水务局", "您好，已恢复供水。", DAY.plus(Duration.ofDays(2)));

        var found = road(settings(profile)).round();

        assertThat(found).extracting(IntakeMessage::kind).containsExactly(Kind.MATTER, Kind.NOTICE);
        assertThat(found.get(0).title()).isEqualTo(matters.of(3).title());
        assertThat(found.get(0).text()).isEqualTo(matters.of(3).text());
        assertThat(found.get(0).occurredAt()).contains(DAY);
        assertThat(found.get(1).text()).isEqualTo("您好，已恢复供水。");
        assertThat(found.get(1).occurredAt()).contains(DAY.plus(Duration.ofDays(2)));
        assertThat(found.get(1).threading().continues()).isEqualTo(found.get(0).externalId());
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void hearsOfAnAnswerThatIsPublishedLater(Profile profile) {
        var id = site.publish(matters.of(3), DAY);
        var road = road(settings(profile));
        road.round();
        site.answer(id, "示例市水务局", "您好，已恢复供水。", DAY.plus(Duration.ofDays(2)));
        now = now.plus(Duration.ofHours(7));

        var news = road.round();

        assertThat(news).extracting(IntakeMessage::kind).contains(Kind.NOTICE);
        assertThat(road.round()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void goesThroughAllPagesAndFindsNothingTwice(Profile profile) {
        for (var i = 0; i < 33; i++) {
            site.publish(matters.of(i), DAY.plusSeconds(i));
        }
        var road = road(settings(profile));

        assertThat(road.round()).hasSize(33);
        assertThat(road.round()).isEmpty();
        site.publish(matters.of(34), DAY);
        assertThat(road.round()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"JACT", "SELECTORS"})
    void aLetterWhosePageIsGoneIsKnownByItsTitle(Profile profile) {
        var id = site.publish(matters.of(3), DAY);
        site.withdraw(id);

        var found = road(settings(profile)).round();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).title()).isEqualTo(matters.of(3).title());
        assertThat(found.get(0).notes()).anyMatch(note -> note.contains("gone"));
    }

    @ParameterizedTest
    @ValueSource(ints = {412, 521, 403, 302})
    void stopsAtAChallengeAndEvadesNothing(int status) {
        site.failNext(status);

        assertThatThrownBy(road(settings(Profile.TRS))::round).isInstanceOf(RemoteRejected.class);
        assertThat(site.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503})
    void aFaultPassesAndLosesNothing(int status) {
        for (var i = 0; i < 8; i++) {
            site.publish(matters.of(i), DAY);
        }
        var road = road(settings(Profile.JACT));
        site.failNext(0, 0, 0, status);

        assertThatThrownBy(road::round)
                .isInstanceOfSatisfying(
                        RemoteUnavailable.class,
                        passing -> assertThat(passing.retryAfter()).isPresent());
        assertThat(road.round()).hasSize(8);
    }

    @Test
    void linksAreAbsolute() {
        var id = site.publish(matters.of(3), DAY);

        assertThat(road(settings(Profile.TRS)).round().get(0).externalUrl().orElseThrow())
                .hasToString(site.url() + "/hd/t" + id + ".html");
        assertThat(road(settings(Profile.SELECTORS))
                        .round()
                        .get(0)
                        .externalUrl()
                        .orElseThrow())
                .hasToString(site.url() + "/hd/letters/" + id + ".html");
    }

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"TRS", "HDJLPT"})
    void leavesEarlierDaysWhereTheyAre(Profile profile) {
        site.publish(matters.of(1), DAY.minus(Duration.ofDays(30)));
        site.publish(matters.of(2), DAY);

        var found = road(settings(profile).since(LocalDate.of(2026, 11, 1))).round();

        assertThat(found)
                .extracting(IntakeMessage::title)
                .containsExactly(matters.of(2).title());
    }
}
