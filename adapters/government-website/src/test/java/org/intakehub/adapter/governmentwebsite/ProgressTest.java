package org.intakehub.adapter.governmentwebsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.intakehub.core.channel.Cursor;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void comesBackFromItsCursor() {
        var progress =
                new Progress(3, true, 2, 1_795_140_000, Map.of("/hd/a b.html?x=1&y=二", seen(Seen.State.OPEN, 7)));

        assertThat(Progress.read(progress.cursor())).isEqualTo(progress);
    }

    @Test
    void aCursorOfAnotherMakeBeginsFromTheStart() {
        assertThat(Progress.read(Cursor.START)).isEqualTo(Progress.NONE);
        assertThat(Progress.read(new Cursor("88213"))).isEqualTo(Progress.NONE);
        assertThat(Progress.read(new Cursor("round 0 true 0 0\nOPEN x"))).isEqualTo(Progress.NONE);
    }

    @Test
    void remembersTheNewestLettersOnly() {
        var walking = Progress.NONE;
        for (var i = 9; i > 5; i--) {
            walking = walking.with("old-" + i, seen(Seen.State.DONE, 0), 3);
        }
        var later = walking.listDone().with("new", seen(Seen.State.DONE, 0), 3);

        assertThat(walking.seen().keySet()).containsExactly("old-9", "old-8", "old-7");
        assertThat(later.seen().keySet()).containsExactly("new", "old-9", "old-8");
    }

    @Test
    void looksAtTheOneThatWaitedLongestWithinItsMeans() {
        var rule = new Again(1, 10, Duration.ofHours(6), 1);
        var progress = Progress.NONE
                .at(NOW)
                .with("answered", seen(Seen.State.DONE, 0), 10)
                .with("fresh", seen(Seen.State.OPEN, NOW.getEpochSecond()), 10)
                .with("waiting", seen(Seen.State.OPEN, 100), 10)
                .with("longest", seen(Seen.State.CUT, 50), 10);

        assertThat(progress.due(rule)).contains("longest");
        assertThat(progress.oneMoreLook().due(rule)).isEmpty();
        assertThat(progress.oneMoreLook().restarted().due(rule)).contains("longest");
    }

    private static Seen seen(Seen.State state, long looked) {
        return new Seen(state, looked, "r0", "s0");
    }
}
