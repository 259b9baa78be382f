package org.intakehub.adapter.governmentwebsite;

import static org.intakehub.adapter.governmentwebsite.Checks.check;
import static org.intakehub.adapter.governmentwebsite.Checks.given;
import static org.intakehub.adapter.governmentwebsite.Checks.text;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Where a site on the Guangdong interaction platform lists its letters.
 *
 * @param start page that hands out cookies and the token
 * @param rows where the list stands in the answer, names joined by dots
 * @param token pattern that finds the token in the page, as its group
 */
public record Hdjlpt(String start, String list, String siteId, Integer pageSize, String rows, String token) {
    static final Hdjlpt DEFAULT = new Hdjlpt("", "", "", 20, "", "");

    public Hdjlpt {
        start = Checks.path("hdjlpt.start", text(start, "/hdjlpt/published?via=pc"));
        list = Checks.path("hdjlpt.list", text(list, "/hdjlpt/letter/pubList"));
        siteId = text(siteId, "");
        pageSize = given(pageSize, 20);
        rows = text(rows, "");
        token = text(token, "var\\s+_CSRF\\s*=\\s*['\"]([^'\"]{1,200})['\"]");
        check(siteId.matches("[0-9A-Za-z-]{0,40}"), "hdjlpt.site-id is a number or a word");
        check(pageSize >= 1 && pageSize <= 200, "hdjlpt.page-size lies between 1 and 200");
        check(isPattern(token), "hdjlpt.token is a pattern with one group");
    }

    private static boolean isPattern(String token) {
        try {
            return Pattern.compile(token).matcher("").groupCount() == 1;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
