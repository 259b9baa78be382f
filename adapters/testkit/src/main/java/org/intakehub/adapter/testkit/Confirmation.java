package org.intakehub.adapter.testkit;

import java.util.List;

/**
 * How a far end answers a reply that is sent by HTTP.
 *
 * @param success it took the reply
 * @param id its own id of the reply, as {@code success} tells it
 * @param faults answers after which sending again may work; they often hide behind status 200
 * @param refusals answers after which it never will
 */
public record Confirmation(Answered success, String id, List<Answered> faults, List<Answered> refusals) {
    public Confirmation {
        faults = List.copyOf(faults);
        refusals = List.copyOf(refusals);
    }
}
