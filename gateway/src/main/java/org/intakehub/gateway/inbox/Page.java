package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list, and the cursor of the next if there is one. */
public record Page<T>(List<T> rows, Optional<String> next) {
    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * Cuts a page off what was found.
     *
     * @param found one row more than fits on the page, if there are more
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> cursor) {
        if (found.size() <= size) {
            return new Page<>(found, Optional.empty());
        }
        var rows = found.subList(0, size);
        return new Page<>(rows, Optional.of(cursor.apply(rows.get(size - 1))));
    }
}
