package org.intakehub.gateway.rules;

import java.time.Instant;
import org.intakehub.core.rules.RuleFile;
import org.intakehub.core.rules.RuleSource;
import org.jspecify.annotations.Nullable;

/**
 * A rule file as a line of the list.
 *
 * @param file its name
 * @param kind what it is for, as a word
 * @param origin who brings what is in force
 * @param rows without header, comments and blank lines
 * @param bytes in UTF-8
 * @param revision number of its last change here; 0 if it was never changed here
 * @param changedAt of the last change here, or of the city's own file on this node; none for a shipped file
 * @param changedBy login name of who changed it here last
 * @param tried whether a draft can be tried on the latest cases
 */
record ListedFile(
        String file,
        RuleFile kind,
        RuleSource.Origin origin,
        int rows,
        int bytes,
        int revision,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        boolean tried) {}
