package org.intakehub.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.intakehub.core.channel.Secret;
import org.intakehub.gateway.webhook.UnitSettings.Webhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitSettingsTest {
    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static Webhook webhook(String url, boolean privateAddresses, Secret... secrets) {
        return new Webhook(URI.create(url), List.of(secrets), privateAddresses, Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @CsvSource({
        "http://water.example.org/in, false, https",
        "ftp://water.example.org/in, true, https",
        "https:in, false, an address such as",
        "https://a:b@water.example.org/in, false, neither a user",
        "https://10.1.2.3/in, false, private address",
        "https://[::1]/in, false, private address"
    })
    void saysWhatIsWrongWithAnAddress(String url, boolean privateAddresses, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webhook(url, privateAddresses, SECRET))
                .withMessageContaining("webhook.")
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"whsec_c2hvcnQ=, 24 to 64 bytes", "whsec_%%%, base64"})
    void refusesASecretThatIsNoneWithoutTellingIt(String secret, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webhook("https://water.example.org/in", false, new Secret(secret)))
                .withMessageContaining(why)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(secret));
    }

    @Test
    void needsASecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> webhook("https://water.example.org/in", false))
                .withMessageContaining("webhook.secrets");
    }

    @Test
    void takesTheCitysOwnNetworkWhereItIsAllowed() {
        assertThat(webhook("http://10.1.2.3/in", true, SECRET).address()).hasHost("10.1.2.3");
        assertThat(webhook("https://water.example.org/in?key=1", false, SECRET).toString())
                .doesNotContain("key=1", "whsec");
    }
}
