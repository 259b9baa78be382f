package org.intakehub.adapter.weibo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Step;
import org.junit.jupiter.api.Test;

class WeiboRoundsTest {
    private final ListsInMemory lists = new ListsInMemory();
    private Instant now = Platform.NOW;
    private Cursor cursor = Cursor.START;

    @Test
    void spreadsTheCallsOfADayEvenlyWhateverItIsAsked() {
        var settings = Platform.settings(96, 200);
        for (var minute = 0; minute < 24 * 60; minute += 10) {
            now = Platform.NOW.plus(Duration.ofMinutes(minute));
            round(settings);
        }
        // three lists: a round every fifty minutes, the first ten after three quarters of an hour
        assertThat(lists.calls()).isBetween(80, 96);
    }

    @Test
    void waitsLongerAfterARoundThatTookMoreCalls() {
        var settings = Platform.settings(96, 2);
        round(settings);
        var calls = lists.calls();
        assertThat(calls).isGreaterThan(6);
        now = Platform.NOW.plus(Duration.ofMinutes(15L * calls - 1));
        round(settings);
        assertThat(lists.calls()).isEqualTo(calls);
        now = Platform.NOW.plus(Duration.ofMinutes(15L * calls));
        round(settings);
        assertThat(lists.calls()).isEqualTo(calls + 3);
    }

    @Test
    void goesOnIfTheClockWasSetBack() {
        var settings = Platform.settings(96, 200);
        round(settings);
        now = Platform.NOW.minusSeconds(1);
        round(settings);
        assertThat(lists.calls()).isEqualTo(6);
    }

    @Test
    void goesOnPagingWhereACrashInterruptedIt() {
        var settings = Platform.settings(96, 2);
        var first = step(settings, cursor);
        assertThat(first.more()).isTrue();
        assertThat(first.raws()).hasSize(2);
        var second = step(settings, first.next());
        assertThat(second.raws()).hasSize(2).doesNotContainAnyElementsOf(first.raws());
    }

    @Test
    void asksForNothingIfNoListIsNamed() {
        var rounds = new Rounds(Platform.SOURCE, Platform.settings(Platform.API, 96, 200), clock());
        assertThat(rounds.start(Cursor.START)).isEqualTo(new Step.Found(List.of(), Cursor.START, false));
    }

    @Test
    void startsAnewFromACursorThatItCannotRead() {
        var rounds = new Rounds(Platform.SOURCE, Platform.settings(96, 200), clock());
        var ask = (Step.Ask) rounds.start(new Cursor("of another version"));
        assertThat(ask.call().url().getQuery()).isEqualTo("since_id=0&count=200");
    }

    @Test
    void leavesThePlatformAloneForAnHourIfAQuotaIsUsedUp() {
        var rounds = new Rounds(Platform.SOURCE, Platform.settings(96, 200), clock());
        var ask = (Step.Ask) rounds.start(Cursor.START);
        var answer =
                new Answer(ask, 403, Map.of(), Payload.of("{\"error_code\":\"10023\"}", StandardCharsets.UTF_8), now);
        assertThatExceptionOfType(RemoteUnavailable.class)
                .isThrownBy(() -> rounds.next(answer))
                .satisfies(fault -> assertThat(fault.retryAfter()).contains(Duration.ofHours(1)));
    }

    private void round(WeiboSettings settings) {
        boolean more;
        do {
            var found = step(settings, cursor);
            cursor = found.next();
            more = found.more();
        } while (more);
    }

    private Step.Found step(WeiboSettings settings, Cursor from) {
        var rounds = new Rounds(Platform.SOURCE, settings, clock());
        var step = rounds.start(from);
        if (step instanceof Step.Ask ask) {
            var answered = lists.answer(ask.call());
            step = rounds.next(new Answer(ask, answered.status(), answered.headers(), answered.body(), now));
        }
        return (Step.Found) step;
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
