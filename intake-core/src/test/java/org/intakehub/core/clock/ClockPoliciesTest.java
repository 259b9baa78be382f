package org.intakehub.core.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.AreaKind;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;

class ClockPoliciesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final ClockPolicies clocks = CityRules.shipped().clocks();

    @Test
    void r4DispatchesWithinAMinuteAndAlarmsAPersonBeforeItIsUp() {
        var policy = clocks.choose(ClockKind.DISPATCH, matter(AppealType.OTHER, Journey.UNKNOWN), DAY)
                .orElseThrow();

        assertThat(policy.limit()).contains(elapsed(Duration.ofSeconds(60)));
        assertThat(policy.after(0)).contains(new Rung(50, Notified.DISPATCHER));
    }

    @Test
    void r5ContactsTheCitizenWithinAnHour() {
        assertThat(limit(ClockKind.FIRST_CONTACT, AppealType.COMPLAINT, Journey.URBAN))
                .contains(elapsed(Duration.ofHours(1)));
    }

    @Test
    void r6IsOnSiteInTwentyMinutesAnHourOrTwo() {
        assertThat(limit(ClockKind.ON_SITE, AppealType.HELP, Journey.of(AreaKind.URBAN, AreaKind.URBAN)))
                .contains(elapsed(Duration.ofMinutes(20)));
        assertThat(limit(ClockKind.ON_SITE, AppealType.HELP, Journey.of(AreaKind.TOWNSHIP, AreaKind.TOWNSHIP)))
                .contains(elapsed(Duration.ofHours(1)));
        assertThat(limit(ClockKind.ON_SITE, AppealType.HELP, Journey.of(AreaKind.TOWNSHIP, AreaKind.URBAN)))
                .contains(elapsed(Duration.ofHours(2)));
        assertThat(limit(ClockKind.ON_SITE, AppealType.CONSULTATION, Journey.URBAN))
                .as("a question needs no visit")
                .isEmpty();
    }

    @Test
    void r7ClosesQuestionsAndHelpInTwoDaysAndTheRestInTenWorkingDays() {
        assertThat(limit(ClockKind.CLOSE, AppealType.CONSULTATION, Journey.UNKNOWN))
                .contains(elapsed(Duration.ofDays(2)));
        assertThat(limit(ClockKind.CLOSE, AppealType.HELP, Journey.UNKNOWN)).contains(elapsed(Duration.ofDays(2)));
        assertThat(limit(ClockKind.CLOSE, AppealType.REPORT, Journey.UNKNOWN)).contains(new Term.WorkingDays(10));
    }

    @Test
    void r8FollowsUpWithinSeventyTwoHours() {
        assertThat(limit(ClockKind.FOLLOW_UP, AppealType.REPORT, Journey.UNKNOWN))
                .contains(elapsed(Duration.ofDays(3)));
    }

    @Test
    void startsAllClocksOfAMoment() {
        assertThat(clocks.starting(Moment.DISPATCHED, matter(AppealType.HELP, Journey.URBAN), DAY))
                .extracting(ClockPolicy::kind)
                .containsExactly(ClockKind.FIRST_CONTACT, ClockKind.ON_SITE);
        assertThat(clocks.starting(Moment.ACCEPTED, matter(AppealType.HELP, Journey.URBAN), DAY))
                .extracting(ClockPolicy::kind)
                .containsExactly(ClockKind.DISPATCH, ClockKind.CLOSE, ClockKind.SUPERIOR);
    }

    @Test
    void rulesNothingBeforeTheFirstVersion() {
        assertThat(clocks.choose(ClockKind.CLOSE, matter(AppealType.HELP, Journey.URBAN), LocalDate.of(2018, 7, 24)))
                .isEmpty();
    }

    @Test
    void disturbsNobodyAtNight() {
        var zone = ZoneId.of("Asia/Shanghai");
        var night = new NightRest(LocalTime.of(22, 0), LocalTime.of(7, 0), zone);

        assertThat(night.awake(Instant.parse("2026-11-23T15:00:00Z"))).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(night.awake(Instant.parse("2026-11-23T19:00:00Z"))).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(night.awake(Instant.parse("2026-11-23T23:00:00Z"))).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(new NightRest(LocalTime.of(0, 0), LocalTime.of(6, 0), zone)
                        .awake(Instant.parse("2026-11-23T18:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-23T22:00:00Z"));
    }

    private Optional<Term> limit(ClockKind kind, AppealType type, Journey journey) {
        return clocks.choose(kind, matter(type, journey), DAY).flatMap(ClockPolicy::limit);
    }

    private static Term elapsed(Duration duration) {
        return new Term.Elapsed(duration);
    }

    private static Circumstances matter(AppealType type, Journey journey) {
        return new Circumstances("wechat", type, Urgency.ROUTINE, journey);
    }
}
