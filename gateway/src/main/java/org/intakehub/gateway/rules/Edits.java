package org.intakehub.gateway.rules;

import java.util.Map;
import org.intakehub.core.rules.RuleFile;

/**
 * Texts that people put in the place of the installation's rule files.
 *
 * @param version of all files together; 0 if nothing was ever changed
 */
record Edits(long version, Map<RuleFile, String> texts) {
    static final Edits NONE = new Edits(0, Map.of());

    Edits {
        texts = Map.copyOf(texts);
    }
}
