package org.intakehub.adapter.peopledaily;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Which forums of the board are read, and in which way. A setting that is not given takes its default.
 *
 * @param url where the board stands, with or without a path
 * @param mode which of the board's interfaces is asked
 * @param forums fids of places' boards
 * @param ministryForums fids of ministries' boards, which have a list of their own
 * @param appCode what the board's page calls itself towards the signed interface
 * @param token of a login; none: anonymous
 * @param since threads of earlier days are left where they are; none: everything is read
 * @param columns further names of the columns of the back office's list, by what they hold
 */
public record PeopleDailySettings(
        URI url,
        Mode mode,
        List<String> forums,
        List<String> ministryForums,
        String appCode,
        @Nullable Secret token,
        Integer rows,
        Duration pace,
        Boolean warmUp,
        @Nullable LocalDate since,
        Listing listing,
        Watch watch,
        Paths paths,
        Selectors selectors,
        Map<String, List<String>> columns) {

    /** The board's interfaces, best first. */
    public enum Mode {
        SIGNED,
        FORM,
        PAGES
    }

    /** Codes of the list's order and filter. */
    public record Listing(Integer typeId, Integer showUnanswered, Integer orderType, Integer state) {
        public Listing {
            typeId = given(typeId, 5);
            showUnanswered = given(showUnanswered, 1);
            orderType = given(orderType, 2);
            state = given(state, 1);
        }
    }

    public PeopleDailySettings {
        check(url != null && url.isAbsolute() && url.getHost() != null, "url is needed, with its scheme and host");
        mode = given(mode, Mode.SIGNED);
        forums = List.copyOf(given(forums, List.of()));
        ministryForums = List.copyOf(given(ministryForums, List.of()));
        var fids = Stream.concat(forums.stream(), ministryForums.stream()).toList();
        check(!fids.isEmpty(), "one of forums and ministry-forums is needed");
        check(fids.stream().allMatch(fid -> fid.matches("[0-9]{1,15}")), "forums and ministry-forums hold numbers");
        check(fids.stream().distinct().count() == fids.size(), "forums and ministry-forums name each forum once");
        appCode = given(appCode, "");
        check(mode != Mode.SIGNED || !appCode.isBlank(), "app-code is needed unless mode is form or pages");
        check(token == null || !token.value().isBlank(), "token must not be blank: leave it out to stay anonymous");
        rows = given(rows, mode == Mode.SIGNED ? 10 : 20);
        check(rows > 0 && rows <= 100, "rows lies between 1 and 100");
        pace = given(pace, Duration.ofMillis(1_500));
        check(!pace.isNegative(), "pace is not negative");
        warmUp = given(warmUp, true);
        listing = given(listing, new Listing(5, 1, 2, 1));
        watch = given(watch, Watch.DEFAULT);
        paths = given(paths, Paths.DEFAULT);
        selectors = given(selectors, Selectors.DEFAULT);
        columns = Map.copyOf(given(columns, Map.of()));
        check(Columns.NAMES.containsAll(columns.keySet()), "columns knows only " + Columns.NAMES);
    }

    /** All forums, in the order in which a round reads them. */
    List<Forum> allForums() {
        return Stream.concat(
                        forums.stream().map(fid -> new Forum(fid, false)),
                        ministryForums.stream().map(fid -> new Forum(fid, true)))
                .toList();
    }

    /** The address of a path below {@code url}. */
    URI at(String path) {
        return URI.create(url.toString().replaceAll("[/?#]*$", "") + path);
    }

    /** The page on which a thread stands. */
    URI page(String tid) {
        return at(paths.page() + "?tid=" + tid);
    }

    // the binder of properties passes null for what is not set
    static <T> T given(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
