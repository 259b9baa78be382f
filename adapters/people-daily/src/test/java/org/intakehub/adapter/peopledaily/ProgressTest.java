package org.intakehub.adapter.peopledaily;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.intakehub.core.channel.Cursor;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Watch RULE = new Watch(3, 10, Duration.ofHours(2), 2);

    @Test
    void comesBackFromItsCursor() {
        var progress = Progress.NONE
                .at(NOW)
                .with("539", new Mark(List.of(9L, 7L), List.of(12L), "a b&c"))
                .with("1008", Mark.NONE)
                .nextForum()
                .watching(watched(9, 1), RULE);

        assertThat(Progress.read(progress.cursor())).isEqualTo(progress);
    }

    @Test
    void aCursorOfAnotherMakeBeginsFromTheStart() {
        assertThat(Progress.read(Cursor.START)).isEqualTo(Progress.NONE);
        assertThat(Progress.read(new Cursor("{\"tid\":1}"))).isEqualTo(Progress.NONE);
        assertThat(Progress.read(new Cursor("forum 539"))).isEqualTo(Progress.NONE);
    }

    @Test
    void watchesNoMoreThanTheRuleSaysAndLetsTheOldestGo() {
        var progress = Progress.NONE.at(NOW);
        for (var i = 1; i <= 5; i++) {
            progress = progress.watching(watched(i, i), RULE);
        }

        assertThat(progress.watched()).extracting(Watched::tid).containsExactly(1L, 2L, 3L);
    }

    @Test
    void watchesNoThreadForEver() {
        assertThat(Progress.NONE.at(NOW).watching(watched(1, 11), RULE).watched())
                .isEmpty();
    }

    @Test
    void looksAtTheOneThatWaitedLongestAndNotTooOften() {
        var progress = Progress.NONE.at(NOW).watching(watched(1, 1), RULE).watching(watched(2, 2), RULE);

        var first = progress.due(RULE).orElseThrow();
        var second = progress.looked(first.tid()).due(RULE).orElseThrow();

        assertThat(second.tid()).isNotEqualTo(first.tid());
        assertThat(progress.looked(first.tid()).looked(second.tid()).due(RULE)).isEmpty();
        assertThat(progress.looked(1).looked(1).due(RULE))
                .as("looks of a round")
                .isEmpty();
    }

    @Test
    void aThreadThatAppearsBelowKnownOnesIsNew() {
        var known = new Mark(LongStream.range(100, 130).boxed().toList(), List.of(), "").finished(List.of(140L));

        assertThat(known.isNew(135)).isTrue();
        assertThat(known.isNew(110)).isFalse();
    }

    @Test
    void theOldestOfTheNewestThreadsIsTheWatermark() {
        var mark = Mark.NONE
                .behind("x", LongStream.range(100, 200).boxed().toList())
                .finished(List.of(99L));

        assertThat(mark.known()).hasSize(60);
        assertThat(mark.isNew(99)).isFalse();
        assertThat(mark.isNew(200)).isTrue();
    }

    /** Last looked at a day ago for each day of its age. */
    private static Watched watched(long tid, int days) {
        var day = NOW.minus(Duration.ofDays(days)).getEpochSecond();
        return new Watched(tid, "539", "whole-0", day, day);
    }
}
