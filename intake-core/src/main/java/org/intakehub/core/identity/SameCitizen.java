package org.intakehub.core.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.intakehub.core.identity.Mark.Kind;

/**
 * Judges whether two contacts are one citizen. Wrong people joined are worse than people told apart, so only a mobile or a mail address that both
 * channels vouch for joins them, and only if no name and no identity number contradicts.
 */
public final class SameCitizen {
    /** A landline rings for a whole family or company. */
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    /** A name that a platform has masked (陈***) contradicts nothing. */
    private static final Pattern WHOLE_NAME = Pattern.compile("[\\p{L} .·]{2,}");

    private SameCitizen() {}

    /** What is to be done with two contacts. */
    public enum Decision {
        NONE,
        SUGGESTED,
        AUTOMATIC
    }

    /**
     * What was found.
     *
     * @param reasons the kinds of marks that both have
     */
    public record Verdict(Decision decision, Set<Kind> reasons) {
        public Verdict {
            reasons = Set.copyOf(reasons);
        }
    }

    /** The same either way round. */
    public static Verdict judge(Set<Mark> one, Set<Mark> other) {
        var shared = EnumSet.noneOf(Kind.class);
        for (var kind : EnumSet.of(Kind.PHONE, Kind.MAIL, Kind.ID_NUMBER)) {
            if (!common(one, other, kind, mark -> true).isEmpty()) {
                shared.add(kind);
            }
        }
        if (shared.isEmpty()) {
            return new Verdict(Decision.NONE, Set.of());
        }
        if (!common(one, other, Kind.NAME, mark -> true).isEmpty()) {
            shared.add(Kind.NAME);
        }
        if (contradict(one, other, Kind.ID_NUMBER, mark -> true)) {
            return new Verdict(Decision.NONE, Set.of());
        }
        var certain = !common(one, other, Kind.MAIL, Mark::verified).isEmpty()
                || common(one, other, Kind.PHONE, Mark::verified).stream()
                        .anyMatch(phone -> MOBILE.matcher(phone).matches());
        return certain
                        && !contradict(
                                one,
                                other,
                                Kind.NAME,
                                mark -> WHOLE_NAME.matcher(mark.value()).matches())
                ? new Verdict(Decision.AUTOMATIC, shared)
                : new Verdict(Decision.SUGGESTED, shared);
    }

    private static Set<String> common(Set<Mark> one, Set<Mark> other, Kind kind, Predicate<Mark> which) {
        var values = values(one, kind, which);
        values.retainAll(values(other, kind, which));
        return values;
    }

    /** Both say something, and nothing that they say is the same. */
    private static boolean contradict(Set<Mark> one, Set<Mark> other, Kind kind, Predicate<Mark> which) {
        return !values(one, kind, which).isEmpty()
                && !values(other, kind, which).isEmpty()
                && common(one, other, kind, which).isEmpty();
    }

    private static Set<String> values(Set<Mark> marks, Kind kind, Predicate<Mark> which) {
        return marks.stream()
                .filter(mark -> mark.kind() == kind)
                .filter(which)
                .map(Mark::value)
                .collect(Collectors.toSet());
    }
}
