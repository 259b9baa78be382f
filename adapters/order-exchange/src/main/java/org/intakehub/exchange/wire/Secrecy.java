package org.intakehub.exchange.wire;

import java.util.List;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.IntakeMessage;

/** Makes one confidentiality of the flags that an order bears; a flag that says neither yes nor no hides the citizen. */
public final class Secrecy {
    private Secrecy() {}

    /**
     * The strictest that a flag asks for. The flags stay among the fields that nobody took.
     *
     * @param open flags whose yes allows publication and whose no forbids it; only all of them together make the matter public
     * @param hidden flags whose yes asks for secrecy
     */
    public static Confidentiality of(
            Fields fields, List<String> open, List<String> hidden, IntakeMessage.Builder message) {
        var strictest =
                open.stream().allMatch(name -> is(fields, name)) ? Confidentiality.PUBLIC : Confidentiality.NORMAL;
        for (var name : open) {
            strictest = strictest.or(demand(fields, name, false, message));
        }
        for (var name : hidden) {
            strictest = strictest.or(demand(fields, name, true, message));
        }
        return strictest;
    }

    private static boolean is(Fields fields, String name) {
        return fields.peek(name).flatMap(Flag::of).orElse(false);
    }

    private static Confidentiality demand(Fields fields, String name, boolean hides, IntakeMessage.Builder message) {
        var word = fields.peek(name);
        if (word.isEmpty()) {
            return Confidentiality.PUBLIC;
        }
        var flag = word.flatMap(Flag::of);
        if (flag.isEmpty()) {
            message.note(name + " not known, taken as confidential");
            return Confidentiality.ON_REQUEST;
        }
        return flag.get() == hides ? Confidentiality.ON_REQUEST : Confidentiality.PUBLIC;
    }
}
