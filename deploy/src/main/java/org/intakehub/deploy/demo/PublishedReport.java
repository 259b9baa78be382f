package org.intakehub.deploy.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.intakehub.deploy.hub.PastCases;

/** The table that the centre published of July 2018 to June 2020, and invented cases that come to exactly its figures. */
final class PublishedReport {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** The day that the centre opened. */
    static final LocalDate FROM = LocalDate.of(2018, 7, 25);
    /** The day after the last one. */
    static final LocalDate TO = LocalDate.of(2020, 7, 1);

    static final int CLOSED = 163_958;
    static final String CLOSED_RATE = "98.73";

    private static final long SEED = 340_181;
    /** In so many hours of a hundred cases a matter is done within 48; the others take up to three days. */
    private static final int IN_TIME_OF_HUNDRED = 97;

    private static final int LONGEST_HOURS = 71;

    private PublishedReport() {}

    /** A line of the table; {@code share} in per cent as it is printed there. */
    record Line(String channel, String name, int cases, String share) {}

    static final List<Line> LINES = List.of(
            new Line("urban-management", "数字化城管", 111_144, "66.93"),
            new Line("telephone", "调度中心电话", 32_715, "19.70"),
            new Line("superior-hotline", "市长热线网络件", 19_662, "11.84"),
            new Line("wechat", "微信", 1_522, "0.92"),
            new Line("emergency-office", "应急转办", 705, "0.42"),
            new Line("mayor-mailbox", "市长信箱", 235, "0.14"),
            new Line("governor-mailbox", "省长信箱", 84, "0.05"));

    static int accepted() {
        return LINES.stream().mapToInt(Line::cases).sum();
    }

    /** The cases in the order of their acceptance, the channels mixed. */
    static Stream<PastCases.Past> cases() {
        var channels = new ArrayList<String>();
        LINES.forEach(line -> channels.addAll(Collections.nCopies(line.cases(), line.channel())));
        Collections.shuffle(channels, new Random(SEED));
        var random = new SplittableRandom(SEED);
        var start = FROM.atTime(LocalTime.of(8, 0)).atZone(ZONE).toInstant();
        // The last ones have time to be closed before the report ends.
        var length = Duration.between(start, TO.minusDays(4).atStartOfDay(ZONE).toInstant());
        return IntStream.range(0, channels.size())
                .mapToObj(index -> one(index, channels.get(index), start, length, random));
    }

    private static PastCases.Past one(
            int index, String channel, Instant start, Duration length, SplittableRandom random) {
        var all = accepted();
        var at = start.plusMillis(length.toMillis() * index / all);
        var hours = random.nextInt(100) < IN_TIME_OF_HUNDRED
                ? 1 + random.nextInt(46)
                : 49 + random.nextInt(LONGEST_HOURS - 49);
        var number = "340181-" + at.atZone(ZONE).toLocalDate().toString().replace("-", "") + "-" + (100_000 + index);
        var isClosed = closedOf(index + 1, all) > closedOf(index, all);
        return new PastCases.Past(
                index,
                number,
                isClosed ? "CLOSED" : "HANDLING",
                channel,
                at,
                isClosed ? at.plus(Duration.ofHours(hours)) : at);
    }

    /** Spread evenly. */
    private static long closedOf(int cases, int all) {
        return (long) CLOSED * cases / all;
    }
}
