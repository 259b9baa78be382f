package org.intakehub.adapter.peopledaily;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.intakehub.adapter.peopledaily.PeopleDailySettings.Listing;
import org.intakehub.adapter.peopledaily.PeopleDailySettings.Mode;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/** Settings of tests, one change at a time. */
record BoardSettings(
        URI url,
        Mode mode,
        List<String> forums,
        List<String> ministries,
        @Nullable Secret token,
        boolean warmUp,
        @Nullable LocalDate since,
        Watch watch,
        Selectors selectors) {
    static final String APP_CODE = "PC42ce3bfa4980a9";

    static BoardSettings of(URI url, Mode mode) {
        return new BoardSettings(
                url, mode, List.of("539"), List.of(), null, true, null, Watch.DEFAULT, Selectors.DEFAULT);
    }

    static BoardSettings of(Mode mode) {
        return of(URI.create("https://board.example.org"), mode);
    }

    BoardSettings forums(String... fids) {
        return new BoardSettings(url, mode, List.of(fids), ministries, token, warmUp, since, watch, selectors);
    }

    BoardSettings withoutForums() {
        return forums(new String[0]);
    }

    BoardSettings ministries(String... fids) {
        return new BoardSettings(url, mode, forums, List.of(fids), token, warmUp, since, watch, selectors);
    }

    BoardSettings token(String value) {
        return new BoardSettings(url, mode, forums, ministries, new Secret(value), warmUp, since, watch, selectors);
    }

    BoardSettings withoutWarmUp() {
        return new BoardSettings(url, mode, forums, ministries, token, false, since, watch, selectors);
    }

    BoardSettings since(LocalDate day) {
        return new BoardSettings(url, mode, forums, ministries, token, warmUp, day, watch, selectors);
    }

    BoardSettings watch(Watch rule) {
        return new BoardSettings(url, mode, forums, ministries, token, warmUp, since, rule, selectors);
    }

    BoardSettings selectors(Selectors where) {
        return new BoardSettings(url, mode, forums, ministries, token, warmUp, since, watch, where);
    }

    PeopleDailySettings build() {
        return new PeopleDailySettings(
                url,
                mode,
                forums,
                ministries,
                APP_CODE,
                token,
                10,
                Duration.ofMillis(1_500),
                warmUp,
                since,
                new Listing(5, 1, 2, 1),
                watch,
                Paths.DEFAULT,
                selectors,
                Map.of());
    }
}
