package org.intakehub.core.casefile;

/**
 * Who does something, by name (R9).
 *
 * @param login under which he or his machine came in
 * @param person the name of the person who answers for it
 */
public record Actor(String login, String person) {
    private static final int LONGEST = 60;

    public Actor {
        if (person.isBlank() || person.length() > LONGEST) {
            throw new ImpossibleStep(
                    Obstacle.INCOMPLETE, "the name of the person who acts is missing, or longer than " + LONGEST);
        }
    }
}
