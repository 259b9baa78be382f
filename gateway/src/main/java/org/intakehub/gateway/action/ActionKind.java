package org.intakehub.gateway.action;

import java.util.Arrays;
import java.util.Optional;

/** The actions that a message may name, under the names that they have at the REST API. */
public enum ActionKind {
    SIGN("sign", Action.Sign.class, "Signs for a work order; the time for returns begins"),
    CONTACT("first-contact", Action.Contact.class, "Notes that the unit spoke with the citizen, or tried to"),
    DEPART("departure", Action.Depart.class, "Notes that the unit set out for the place"),
    ARRIVE("arrival", Action.Arrive.class, "Notes that the unit is at the place"),
    RETURN("return", Action.Return.class, "Asks to be rid of the work order; it stays the unit's until somebody ruled"),
    EXTENSION("extension", Action.Extend.class, "Asks for more working days"),
    SUSPENSION("suspension", Action.Suspend.class, "Asks for the clock to stand still"),
    RESUME("resume", Action.Resume.class, "Ends a suspension"),
    RESULT("result", Action.Submit.class, "Submits the result; the leading unit after those that assist");

    private static final String PREFIX = "org.intakehub.action.";

    private final String word;
    private final Class<? extends Action> data;
    private final String summary;

    ActionKind(String word, Class<? extends Action> data, String summary) {
        this.word = word;
        this.data = data;
        this.summary = summary;
    }

    /** The CloudEvents type of its messages. */
    public String type() {
        return PREFIX + word;
    }

    /** What its messages carry. */
    public Class<? extends Action> data() {
        return data;
    }

    public String summary() {
        return summary;
    }

    static Optional<ActionKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type().equals(type)).findFirst();
    }
}
