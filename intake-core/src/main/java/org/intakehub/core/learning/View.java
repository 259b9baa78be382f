package org.intakehub.core.learning;

/** The ways in which a message is looked at; each has a model of its own, and they are weighed against each other. */
enum View {
    /** How often grams of one and two characters occur in title and text; rare ones and the title count more. */
    WHOLE(1.0),
    /** Which of them occur at all, each weighed by how much it prefers a label (Wang and Manning's NB-SVM). */
    PRESENCE(1.0),
    /** Grams of up to three characters of the title, which says what the matter is. */
    TITLE(0.5),
    /** What the hints say. */
    HINTS(1.0);

    private final double cost;

    View(double cost) {
        this.cost = cost;
    }

    /** How dear an example on the wrong side is in training. */
    double cost() {
        return cost;
    }
}
