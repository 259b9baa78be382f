package org.intakehub.adapter.governmentwebsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.intakehub.core.channel.SourceId;
import org.junit.jupiter.api.Test;

class GovernmentWebsiteSettingsTest {
    private static void refuses(String setting, ThrowingCallable build) {
        assertThatIllegalArgumentException().isThrownBy(build).withMessageContaining(setting);
    }

    @Test
    void namesTheSettingThatCannotWork() {
        refuses("url", () -> SiteSettings.of(URI.create("/hd"), Profile.TRS).build());
        refuses(
                "fields.id",
                () -> SiteSettings.of(Profile.HDJLPT).fields(Map.of()).build());
        refuses(
                "fields knows only",
                () -> SiteSettings.of(Profile.TRS).fields(Map.of("name2", "X")).build());
        refuses(
                "selectors.list",
                () -> SiteSettings.of(Profile.SELECTORS)
                        .selectors(Selectors.NONE)
                        .build());
        refuses(
                "hdjlpt.rows",
                () -> SiteSettings.of(Profile.HDJLPT)
                        .hdjlpt(new Hdjlpt("", "", "7", 20, "", ""))
                        .build());
        refuses("hdjlpt.token", () -> new Hdjlpt("", "", "7", 20, "rows", "no group"));
        refuses("jact.sys-id", () -> new Jact("", "", "x"));
        refuses("trs.path", () -> new Trs("IGI", "1", "2", 15, ""));
        refuses("again.pages", () -> new Again(0, 1, Duration.ZERO, 1));
        refuses(
                "answer-page",
                () -> SiteSettings.of(Profile.TRS).answerPage("ftp://a").build());
    }

    @Test
    void namesTheSelectorThatCannotWork() {
        refuses("selectors.link", () -> selectors("a[", "yyyy-MM-dd", ""));
        refuses("selectors.date-pattern", () -> selectors("a", "HH:mm", ""));
        refuses("selectors.charset", () -> selectors("a", "yyyy-MM-dd", "no such charset"));
    }

    private static Selectors selectors(String link, String pattern, String charset) {
        return new Selectors("/l", 1, "", link, "", "", pattern, "b", "", "", "", "", charset);
    }

    @Test
    void asksPolitely() {
        var settings = SiteSettings.of(Profile.TRS).build();

        assertThat(new GovernmentWebsite(new SourceId("site"), settings).pace()).isEqualTo(Duration.ofMillis(1_500));
    }
}
