package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages that a person read and found to tell the same trouble at the same place, by their ids alone. */
final class JudgedHotSpots {
    private static final double MOST = 0.6;
    private static final int CITIZENS = 3;

    private final Map<String, String> troubles;

    private JudgedHotSpots(Map<String, String> troubles) {
        this.troubles = troubles;
    }

    /** What a person made of a warning. */
    enum Verdict {
        TRUE,
        FALSE
    }

    /** Lines of a trouble and the ids of its messages, with {@code |} between. */
    static JudgedHotSpots read(Path file) throws IOException {
        var troubles = new HashMap<String, String>();
        try (var lines = Files.lines(file)) {
            lines.filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split(",", 2)))
                    .forEach(line -> List.of(line.get(1).split("\\|")).forEach(id -> troubles.put(id, line.get(0))));
        }
        return new JudgedHotSpots(troubles);
    }

    /** True if three citizens at least, and most of the messages, tell one trouble; what nobody judged counts as false. */
    Verdict verdict(Collection<CitizenMessage> messages) {
        return messages.stream()
                        .filter(message -> troubles.containsKey(message.id()))
                        .collect(Collectors.groupingBy(message -> troubles.getOrDefault(message.id(), "")))
                        .values()
                        .stream()
                        .anyMatch(same -> same.size() >= MOST * messages.size()
                                && same.stream()
                                                .map(CitizenMessage::user)
                                                .distinct()
                                                .count()
                                        >= CITIZENS)
                ? Verdict.TRUE
                : Verdict.FALSE;
    }
}
