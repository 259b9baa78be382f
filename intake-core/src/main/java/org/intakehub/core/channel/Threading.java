package org.intakehub.core.channel;

import java.util.List;

/**
 * What ties a message to an earlier one.
 *
 * @param references message keys or reply ids, in the channel's own notation, that this message answers; nearest first
 * @param caseTokens strings that look like the hub's signed case token; whether one is genuine the hub decides
 */
public record Threading(List<String> references, List<String> caseTokens) {
    public Threading {
        references = List.copyOf(references);
        caseTokens = List.copyOf(caseTokens);
    }

    public static Threading none() {
        return new Threading(List.of(), List.of());
    }
}
