package org.intakehub.core.casefile;

/** A step in the life of a case or work order that the rules refuse; the message holds words of the rules only. */
public final class ImpossibleStep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Obstacle obstacle;

    public ImpossibleStep(Obstacle obstacle, String message) {
        super(message);
        this.obstacle = obstacle;
    }

    public Obstacle obstacle() {
        return obstacle;
    }
}
