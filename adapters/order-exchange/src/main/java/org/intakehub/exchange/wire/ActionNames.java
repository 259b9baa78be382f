package org.intakehub.exchange.wire;

import java.util.HashMap;
import java.util.Map;

/** What a site calls the actions of the standard, both ways; a name that is not configured is the standard's. */
public final class ActionNames {
    private static final String NOTICE = "_NOTICE";

    private final Map<String, String> ofSite;
    private final Map<String, String> ofStandard = new HashMap<>();

    /**
     * Names of one site.
     *
     * @param ofSite the site's name for each name of the standard that it changed
     */
    public ActionNames(Map<String, String> ofSite) {
        this.ofSite = Map.copyOf(ofSite);
        ofSite.forEach((standard, site) -> {
            if (site.isBlank() || ofStandard.put(site, standard) != null) {
                throw new IllegalArgumentException("action-names gives each action a name of its own");
            }
        });
    }

    public String site(String standard) {
        return ofSite.getOrDefault(standard, standard);
    }

    public String standard(String site) {
        return ofStandard.getOrDefault(site, site);
    }

    /** The action that a notice tells of: {@code REPORT_NOTICE} tells of {@code REPORT}. */
    public String ofNotice(String name) {
        var standard = standard(name);
        return standard(
                standard.endsWith(NOTICE) ? standard.substring(0, standard.length() - NOTICE.length()) : standard);
    }
}
