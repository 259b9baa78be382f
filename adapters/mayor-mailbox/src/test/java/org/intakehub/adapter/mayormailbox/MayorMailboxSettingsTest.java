package org.intakehub.adapter.mayormailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MayorMailboxSettingsTest {
    @Test
    void fillsInWhatIsUsual() {
        var mailbox = settings("imap.city.example", null, null, "mayor@city.example", null)
                .mailbox();
        assertThat(mailbox.port()).isEqualTo(993);
        assertThat(mailbox.tls()).isTrue();
        assertThat(mailbox.folder()).isEqualTo("INBOX");
        assertThat(mailbox.pollEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(mailbox.moveTo()).isEmpty();
    }

    @Test
    void refusesWhatCannotWorkByName() {
        refuses("host", () -> settings(" ", null, null, "mayor@city.example", null));
        refuses("port", () -> settings("h", 70_000, null, "mayor@city.example", null));
        refuses("poll-every", () -> settings("h", null, Duration.ZERO, "mayor@city.example", null));
        refuses("from", () -> settings("h", null, null, "mayor+x@city.example", null));
        refuses("move-to", () -> settings("h", null, null, "mayor@city.example", "INBOX"));
        refuses("smtp.host", () -> new MayorMailboxSettings.Smtp("", null, null, null, null));
        refuses("limits.max-depth", () -> new Limits(null, 0, null));
    }

    @Test
    void showsNoSecret() {
        assertThat(Samples.settings() + " " + Samples.settings().smtp()
                        + Samples.settings().server())
                .doesNotContain("imap-password", "smtp-password");
    }

    private static void refuses(String setting, Runnable make) {
        assertThatThrownBy(make::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(setting + " ");
    }

    private static MayorMailboxSettings settings(
            String host, @Nullable Integer port, @Nullable Duration pollEvery, String from, @Nullable String moveTo) {
        var smtp = new MayorMailboxSettings.Smtp("smtp.city.example", null, null, null, null);
        return new MayorMailboxSettings(
                host, port, null, "mayor", new Secret("password-1"), null, pollEvery, moveTo, from, null, smtp, null);
    }
}
