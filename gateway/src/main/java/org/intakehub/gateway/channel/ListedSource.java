package org.intakehub.gateway.channel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.intakehub.gateway.source.Switches.Switch;
import org.jspecify.annotations.Nullable;

/**
 * A configured source as it stands.
 *
 * @param problem what is wrong with its settings; none if it runs
 * @param switched how people switched it last; none if nobody ever did
 * @param silentSince since when an alarming silence lasts; none if there is none
 * @param credentialExpires the day on which its secret or certificate ends, as its settings say
 * @param credentialEndsIn days until then
 * @param hourly messages of the last 24 hours, the one under way last
 * @param asks whether the hub asks this source, so that it has a cursor
 * @param lists whether its far end can be asked for a list of what it has
 */
record ListedSource(
        String name,
        String channel,
        State state,
        @Nullable String problem,
        @Nullable Switch switched,
        @Nullable Instant silentSince,
        Heard heard,
        @Nullable LocalDate credentialExpires,
        @Nullable Long credentialEndsIn,
        Counts today,
        List<Integer> hourly,
        boolean asks,
        boolean lists) {

    /** A secret or certificate that ends within a month, or has ended. */
    public boolean isExpiring() {
        return credentialEndsIn != null && credentialEndsIn < 31;
    }

    /** Places of the bars of a drawing of the last 24 hours, in its own units. */
    public List<Bar> bars() {
        var highest = hourly.stream().mapToInt(Integer::intValue).max().orElse(0);
        return IntStream.range(0, hourly.size())
                .mapToObj(hour -> Bar.of(hour, hourly.get(hour), highest))
                .toList();
    }

    /** How a source stands; the first that holds. */
    enum State {
        OFF,
        PAUSED,
        FAILING,
        SILENT,
        ON
    }

    /**
     * What was heard of a far end.
     *
     * @param receivedAt when its last message came
     * @param wellAt when it last answered or called properly
     * @param tokenValidUntil until when the token holds that it granted; renewed by the hub itself
     * @param quotaLeft calls that it said are left
     */
    record Heard(
            @Nullable Instant receivedAt,
            @Nullable Instant wellAt,
            @Nullable String error,
            @Nullable Instant errorAt,
            @Nullable Instant tokenValidUntil,
            @Nullable Long quotaLeft) {
        static final Heard NOTHING = new Heard(null, null, null, null, null, null);

        /** Its last word was an error. */
        boolean isFailing() {
            return errorAt != null && (wellAt == null || errorAt.isAfter(wellAt));
        }
    }

    /** What became of the day's messages and calls. */
    record Counts(int takenIn, int quarantined, int refused, int repliesFailed) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts withTakenIn(int many) {
            return new Counts(many, quarantined, refused, repliesFailed);
        }

        Counts withQuarantined(int many) {
            return new Counts(takenIn, many, refused, repliesFailed);
        }

        Counts withRefused(int many) {
            return new Counts(takenIn, quarantined, many, repliesFailed);
        }

        Counts withRepliesFailed(int many) {
            return new Counts(takenIn, quarantined, refused, many);
        }

        Counts plus(Counts more) {
            return new Counts(
                    takenIn + more.takenIn,
                    quarantined + more.quarantined,
                    refused + more.refused,
                    repliesFailed + more.repliesFailed);
        }
    }

    /** A bar of the drawing. */
    record Bar(int x, int y, int height, int count) {
        private static final int STEP = 5;
        private static final int FULL = 28;

        static Bar of(int hour, int count, int highest) {
            var height = count == 0 ? 0 : Math.max(2, Math.round((float) FULL * count / highest));
            return new Bar(hour * STEP, FULL - height, height, count);
        }
    }
}
