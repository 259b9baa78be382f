package org.intakehub.adapter.peopledaily;

import static org.intakehub.adapter.peopledaily.PeopleDailySettings.check;
import static org.intakehub.adapter.peopledaily.PeopleDailySettings.given;

/** Addresses below the board's {@code url}. */
public record Paths(
        String listPlaces, String listMinistries, String thread, String formList, String forumPage, String page) {
    static final Paths DEFAULT = new Paths("", "", "", "", "", "");

    public Paths {
        listPlaces = path("list-places", listPlaces, "/v1/threads/list/df");
        listMinistries = path("list-ministries", listMinistries, "/v1/threads/list/bw");
        thread = path("thread", thread, "/v1/threads/content");
        formList = path("form-list", formList, "/threads/queryThreadsList");
        forumPage = path("forum-page", forumPage, "/threads/list");
        page = path("page", page, "/threads/content");
    }

    private static String path(String name, String value, String otherwise) {
        var path = given(value, "").isBlank() ? otherwise : value;
        check(path.matches("/[A-Za-z0-9/_.~-]*"), "paths." + name + " begins with a slash and has no query");
        return path;
    }
}
