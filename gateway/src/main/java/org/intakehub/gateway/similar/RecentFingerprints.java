package org.intakehub.gateway.similar;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.intakehub.core.similar.Fingerprint;
import org.intakehub.core.similar.Fingerprints;

/** Fingerprints of the cases that were compared last: a new matter is mostly compared with the newest ones, again and again. */
final class RecentFingerprints {
    /** About ten kilobytes each. */
    private static final int KEPT = 1000;

    private final Fingerprints fingerprints;
    private final Map<UUID, Taken> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Taken> eldest) {
            return size() > KEPT;
        }
    };

    RecentFingerprints(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    private record Taken(String title, String text, Fingerprint fingerprint) {}

    /** The fingerprint of the case with these words, taken anew if they are not the ones that it was taken of. */
    synchronized Fingerprint of(UUID caseId, String title, String text) {
        var taken = recent.get(caseId);
        if (taken == null || !taken.title().equals(title) || !taken.text().equals(text)) {
            taken = new Taken(title, text, fingerprints.of(title, text));
            recent.put(caseId, taken);
        }
        return taken.fingerprint();
    }
}
