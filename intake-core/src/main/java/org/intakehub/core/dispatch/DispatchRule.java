package org.intakehub.core.dispatch;

import java.util.List;
import java.util.Optional;

/**
 * One line of a city's table: who answers for a kind of matter in a kind of place.
 *
 * <p>A rule that neither names a lead nor lets the territory lead only adds its other units to whatever rule decides.
 *
 * @param matter {@code *}, two digits (first level), four digits (second level), or {@code threat}
 * @param place {@code *}, {@code URBAN}, {@code TOWNSHIP}, or the code of a division
 * @param reason names the rule to people
 */
public record DispatchRule(
        String matter,
        String place,
        Optional<Unit> lead,
        List<Unit> assist,
        List<Unit> supervise,
        Territory territory,
        String reason) {
    /** Stands for every matter, or every place. */
    public static final String ANY = "*";

    /** Stands for every matter in which somebody threatens. */
    public static final String THREAT = "threat";

    public DispatchRule {
        assist = List.copyOf(assist);
        supervise = List.copyOf(supervise);
    }

    /** Whether it says who leads. */
    public boolean decides() {
        return lead.isPresent() || territory == Territory.LEADS;
    }

    /** The more exact the matter, the higher; the place decides between rules of one matter. */
    int exactness() {
        int byMatter = matter.equals(ANY) ? 0 : matter.length();
        int byPlace = switch (place) {
            case ANY -> 0;
            case "URBAN", "TOWNSHIP" -> 1;
            default -> 2;
        };
        return byMatter * 3 + byPlace;
    }
}
