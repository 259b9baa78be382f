package org.intakehub.gateway.followup;

import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;

/**
 * What a citizen says.
 *
 * @param contacted whether the unit got in touch with him
 * @param satisfaction from 1, very dissatisfied, to 5, very satisfied
 * @param words why; may be empty
 */
public record Survey(boolean contacted, boolean solved, int satisfaction, String words) {
    private static final int LONGEST = 1_000;
    private static final int FAIR = 3;

    public Survey {
        words = words.strip();
        if (satisfaction < 1 || satisfaction > 5 || words.length() > LONGEST) {
            throw new ImpossibleStep(
                    Obstacle.INCOMPLETE, "satisfaction is 1 to 5, and words are at most " + LONGEST + " characters");
        }
    }

    /** Whether a person has to look at it before the case is closed. */
    boolean isDisputed() {
        return !solved || satisfaction < FAIR;
    }

    @Override
    public String toString() {
        return "Survey[" + satisfaction + "]";
    }
}
