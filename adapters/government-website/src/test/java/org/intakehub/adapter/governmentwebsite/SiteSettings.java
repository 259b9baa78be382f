package org.intakehub.adapter.governmentwebsite;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.jspecify.annotations.Nullable;

/** Settings of tests, one change at a time. */
record SiteSettings(
        URI url,
        Profile profile,
        @Nullable LocalDate since,
        @Nullable String answerPage,
        Again again,
        Hdjlpt hdjlpt,
        Jact jact,
        Selectors selectors,
        Map<String, String> fields) {
    static final Map<String, String> HDJLPT_FIELDS = Map.of(
            "id", "letter_id",
            "title", "subject",
            "content", "body",
            "submitted", "created",
            "reply", "answer",
            "replied", "answer_time",
            "reply-department", "unit",
            "public", "open");
    static final Selectors PAGES = new Selectors(
            "/hd/list_{page}.html",
            1,
            "ul.letters li",
            "a",
            "h1.t",
            ".when",
            "yyyy年MM月dd日 HH:mm",
            ".body",
            ".who",
            ".answer",
            ".answered",
            ".unit",
            "");

    static SiteSettings of(URI url, Profile profile) {
        return new SiteSettings(
                url,
                profile,
                null,
                null,
                Again.DEFAULT,
                new Hdjlpt("", "", "7", 20, "data.list", ""),
                new Jact("/jact/front/mailpublist.do?sysid=52&page={page}", "", "52"),
                PAGES,
                profile == Profile.HDJLPT ? HDJLPT_FIELDS : Map.of());
    }

    static SiteSettings of(Profile profile) {
        return of(URI.create("http://www.example.org"), profile);
    }

    SiteSettings since(LocalDate day) {
        return new SiteSettings(url, profile, day, answerPage, again, hdjlpt, jact, selectors, fields);
    }

    SiteSettings answerPage(String page) {
        return new SiteSettings(url, profile, since, page, again, hdjlpt, jact, selectors, fields);
    }

    SiteSettings hdjlpt(Hdjlpt where) {
        return new SiteSettings(url, profile, since, answerPage, again, where, jact, selectors, fields);
    }

    SiteSettings selectors(Selectors where) {
        return new SiteSettings(url, profile, since, answerPage, again, hdjlpt, jact, where, fields);
    }

    SiteSettings fields(Map<String, String> names) {
        return new SiteSettings(url, profile, since, answerPage, again, hdjlpt, jact, selectors, names);
    }

    GovernmentWebsiteSettings build() {
        return new GovernmentWebsiteSettings(
                url,
                profile,
                Duration.ofMillis(1_500),
                "Asia/Shanghai",
                since,
                answerPage,
                again,
                new Trs("", "151", "22", 15, ""),
                hdjlpt,
                jact,
                selectors,
                fields);
    }
}
