package org.intakehub.gateway.inbox;

import java.util.Optional;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;

/** Cursors of lists that are ordered by a running number, and sizes of pages. */
final class Places {
    private static final int MOST = 200;

    private Places() {}

    static Optional<Long> after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw new BadParameter("'after' is the cursor of a 'next' link");
        }
        return Optional.of(Long.parseLong(cursor));
    }

    static int size(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw new BadParameter("'size' is between 1 and " + MOST);
        }
        return wanted;
    }
}
