package org.intakehub.adapter.governmentwebsite;

import static org.intakehub.adapter.governmentwebsite.Checks.check;
import static org.intakehub.adapter.governmentwebsite.Checks.given;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which site is read, and by which profile. A setting that is not given takes its default.
 *
 * @param url the site's address; relative links start there
 * @param since letters of earlier days are left where they are; none: everything is read
 * @param answerPage where a person publishes an answer, with {@code {id}} for the letter's; none: the site itself
 * @param fields which field of the platform holds what, for the profiles that answer in JSON
 */
public record GovernmentWebsiteSettings(
        URI url,
        Profile profile,
        Duration pace,
        String zone,
        @Nullable LocalDate since,
        @Nullable String answerPage,
        Again again,
        Trs trs,
        Hdjlpt hdjlpt,
        Jact jact,
        Selectors selectors,
        Map<String, String> fields) {

    /** What runs the site. */
    public enum Profile {
        TRS,
        HDJLPT,
        JACT,
        SELECTORS
    }

    public GovernmentWebsiteSettings {
        check(url != null && url.isAbsolute() && url.getHost() != null, "url is needed, with its scheme and host");
        check(profile != null, "profile is needed: trs, hdjlpt, jact or selectors");
        pace = given(pace, Duration.ofMillis(1_500));
        check(!pace.isNegative(), "pace is not negative");
        zone = Checks.text(zone, "Asia/Shanghai");
        check(isZone(zone), "zone is a time zone such as Asia/Shanghai");
        if (answerPage != null) {
            check(answerPage.matches("https?://[!-~]+"), "answer-page is an address with its scheme and host");
        }
        again = given(again, Again.DEFAULT);
        trs = given(trs, Trs.DEFAULT);
        hdjlpt = given(hdjlpt, Hdjlpt.DEFAULT);
        jact = given(jact, Jact.DEFAULT);
        selectors = given(selectors, Selectors.NONE);
        fields = Map.copyOf(given(fields, Map.of()));
        check(FieldMap.NAMES.containsAll(fields.keySet()), "fields knows only " + FieldMap.NAMES);
        check(profile != Profile.TRS || !trs.siteId().isEmpty(), "trs.site-id is needed");
        check(profile != Profile.TRS || !trs.appId().isEmpty(), "trs.app-id is needed");
        check(profile != Profile.HDJLPT || !hdjlpt.siteId().isEmpty(), "hdjlpt.site-id is needed");
        check(profile != Profile.HDJLPT || !hdjlpt.rows().isEmpty(), "hdjlpt.rows is needed: where the list stands");
        check(profile != Profile.HDJLPT || fields.containsKey(FieldMap.ID), "fields.id is needed with hdjlpt");
        check(
                profile != Profile.HDJLPT || fields.containsKey(FieldMap.TITLE) || fields.containsKey(FieldMap.CONTENT),
                "fields.title or fields.content is needed with hdjlpt");
        check(profile != Profile.JACT || !jact.sysId().isEmpty(), "jact.sys-id is needed");
        check(profile != Profile.SELECTORS || !selectors.list().isEmpty(), "selectors.list is needed");
        check(profile != Profile.SELECTORS || !selectors.link().isEmpty(), "selectors.link is needed");
        check(profile != Profile.SELECTORS || !selectors.body().isEmpty(), "selectors.body is needed");
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone).getId().length() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** The address of a path below {@code url}. */
    URI at(String path) {
        return URI.create(url.toString().replaceAll("[/?#]*$", "") + path);
    }
}
