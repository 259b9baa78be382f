package org.intakehub.core.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.ClockPolicy;
import org.intakehub.core.clock.Journey;
import org.intakehub.core.clock.Moment;
import org.intakehub.core.clock.Rung;
import org.intakehub.core.clock.Term;

/** Reads how long things may take, and sees to it that every version says so for every kind of clock. */
final class ClockTable {
    private static final String ANY = "*";

    private final List<ClockPolicy> rows = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    ClockTable(RuleSource source, Problems problems) {
        source.rows(RuleFile.CLOCKS, problems).forEach(this::policy);
        checkThatEachKindIsRuled(problems);
    }

    List<ClockPolicy> rows() {
        return rows;
    }

    private void policy(Row row) {
        Optional<LocalDate> version = version(row);
        Optional<ClockKind> kind = row.choice("clock", ClockKind.class);
        Optional<Moment> starts = row.choice("starts", Moment.class);
        Optional<Moment> stops = row.choice("stops", Moment.class);
        Optional<String> channel = orAny(row, "channel").filter(name -> isChannel(name, row));
        Optional<Term> limit = limit(row);
        List<Rung> ladder = row.list("ladder").stream()
                .flatMap(rung -> rung(rung, row).stream())
                .toList();
        if (version.isEmpty() || kind.isEmpty() || starts.isEmpty() || stops.isEmpty()) {
            return;
        }
        checkMoments(kind.get(), starts.get(), stops.get(), row);
        checkOnce(row);
        rows.add(new ClockPolicy(
                version.get(),
                kind.get(),
                channel,
                orAny(row, "type").flatMap(cell -> row.choice("type", AppealType.class)),
                orAny(row, "urgency").flatMap(cell -> row.choice("urgency", Urgency.class)),
                orAny(row, "area").flatMap(cell -> row.choice("area", Journey.class)),
                limit,
                starts.get(),
                stops.get(),
                ladder,
                row.label()));
    }

    private static Optional<LocalDate> version(Row row) {
        try {
            return Optional.of(LocalDate.parse(row.cell("version")));
        } catch (DateTimeException e) {
            row.problem("version \"" + row.cell("version") + "\" is no day; expected one such as 2026-01-31");
            return Optional.empty();
        }
    }

    private static Optional<Term> limit(Row row) {
        String cell = row.cell("limit");
        Optional<Term> limit = Term.parse(cell);
        if (limit.isEmpty() && !cell.equals("none")) {
            row.problem("limit \"" + cell + "\" is no limit; expected 60s, 20m, 48h, 10wd, given or none");
        }
        return limit;
    }

    private static Optional<Rung> rung(String text, Row row) {
        Optional<Rung> rung = Rung.parse(text);
        if (rung.isPresent()) {
            return rung;
        }
        row.problem("ladder \"" + text + "\" is no rung; expected a percentage and who is told, such as 75:unit");
        return Optional.empty();
    }

    /** A clock that starts at a moment which its case or order has passed, or never stops, would run for ever. */
    private static void checkMoments(ClockKind kind, Moment starts, Moment stops, Row row) {
        Set<Moment> begin = switch (kind) {
            case DISPATCH -> Set.of(Moment.ACCEPTED);
            case FIRST_CONTACT, ON_SITE -> Set.of(Moment.DISPATCHED, Moment.SIGNED);
            case CLOSE, SUPERIOR -> Set.of(Moment.ACCEPTED, Moment.DISPATCHED);
            case FOLLOW_UP -> Set.of(Moment.ACCEPTED, Moment.DISPATCHED, Moment.RESULT);
            case RETURN -> Set.of(Moment.SIGNED);
        };
        Set<Moment> end = switch (kind) {
            case DISPATCH -> Set.of(Moment.DISPATCHED);
            case FIRST_CONTACT -> Set.of(Moment.CONTACTED);
            case ON_SITE -> Set.of(Moment.DEPARTED, Moment.ARRIVED);
            case CLOSE, SUPERIOR -> Set.of(Moment.RESULT);
            case FOLLOW_UP -> Set.of(Moment.FOLLOWED_UP);
            case RETURN -> Set.of(Moment.RETURNED);
        };
        if (!begin.contains(starts) || !end.contains(stops)) {
            row.problem(row.cell("clock") + " runs from " + row.cell("starts") + " to " + row.cell("stops")
                    + "; expected from one of " + words(begin) + " to one of " + words(end));
        }
    }

    private void checkOnce(Row row) {
        String key = String.join(
                " ",
                Stream.of("version", "clock", "channel", "type", "urgency", "area")
                        .map(row::cell)
                        .toList());
        Integer first = lines.putIfAbsent(key, row.line());
        if (first != null) {
            row.problem("line " + first + " already rules " + key + "; expected once");
        }
    }

    private void checkThatEachKindIsRuled(Problems problems) {
        for (LocalDate version :
                new HashSet<>(rows.stream().map(ClockPolicy::version).toList())) {
            Stream.of(ClockKind.values())
                    .filter(kind -> rows.stream()
                            .noneMatch(row -> row.version().equals(version)
                                    && row.kind() == kind
                                    && row.channel().isEmpty()
                                    && row.type().isEmpty()
                                    && row.urgency().isEmpty()
                                    && row.journey().isEmpty()))
                    .forEach(kind -> problems.add(
                            RuleFile.CLOCKS.fileName(),
                            "version " + version + " has no row " + kind.name().toLowerCase(Locale.ROOT)
                                    + ",*,*,*,*; expected one for every clock"));
        }
    }

    private static boolean isChannel(String name, Row row) {
        try {
            return !new ChannelId(name).value().isEmpty();
        } catch (IllegalArgumentException e) {
            row.problem("channel \"" + name + "\" is no channel's name");
            return false;
        }
    }

    private static Optional<String> orAny(Row row, String column) {
        return row.text(column).filter(cell -> !cell.equals(ANY));
    }

    private static String words(Set<Moment> moments) {
        return String.join(
                ", ",
                moments.stream()
                        .map(moment -> moment.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }
}
