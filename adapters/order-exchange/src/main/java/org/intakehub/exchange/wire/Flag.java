package org.intakehub.exchange.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Yes and no, as platforms write them. */
public final class Flag {
    private static final Set<String> YES = Set.of("1", "true", "y", "yes", "是", "公开", "同意");
    private static final Set<String> NO = Set.of("0", "false", "n", "no", "否", "不公开", "不同意");

    private Flag() {}

    /** Empty if the word says neither. */
    public static Optional<Boolean> of(String word) {
        var plain = word.strip().toLowerCase(Locale.ROOT);
        return YES.contains(plain)
                ? Optional.of(true)
                : Optional.of(plain).filter(NO::contains).map(any -> false);
    }
}
