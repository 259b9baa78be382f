package org.intakehub.adapter.peopledaily;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a round has to know of a row of a list. */
final class Rows {
    private Rows() {}

    /** The thread's number, which the board writes as a number or as text. */
    static Optional<Long> tid(JsonNode row) {
        var tid = row.path("tid").asString("");
        return tid.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(tid)) : Optional.empty();
    }

    /** Whether the thread is of an earlier day; one without a day is not. */
    static boolean isBefore(JsonNode row, @Nullable LocalDate since) {
        return since != null
                && new Fields(row)
                        .text("dateline", "createDateline", "threadsCheckTime")
                        .flatMap(BoardTime::read)
                        .filter(time ->
                                time.atZone(BoardTime.ZONE).toLocalDate().isBefore(since))
                        .isPresent();
    }
}
