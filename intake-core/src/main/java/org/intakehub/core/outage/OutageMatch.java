package org.intakehub.core.outage;

import java.util.List;

/**
 * How a matter fits an outage.
 *
 * @param sure whether the hub may act on it; otherwise a person decides
 * @param signs what spoke for it
 */
public record OutageMatch(boolean sure, List<Sign> signs) {
    public OutageMatch {
        signs = List.copyOf(signs);
    }
}
