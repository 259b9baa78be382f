package org.intakehub.simulators.website;

import java.time.Instant;
import java.util.Optional;
import org.intakehub.simulators.Matter;

/** A letter on the site. */
record SiteLetter(int id, Matter matter, Instant at, Optional<SiteAnswer> answer) {
    /** An answer that was published. */
    record SiteAnswer(String unit, String text, Instant at) {}

    String state() {
        return answer.isPresent() ? "已办结" : "处理中";
    }

    @Override
    public String toString() {
        return "SiteLetter[" + id + "]";
    }
}
