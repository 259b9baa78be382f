package org.intakehub.adapter.standardwebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.intakehub.core.channel.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhookSettingsTest {
    private static final List<Secret> SECRETS = List.of(Partner.FIRST.secret());

    @Test
    void needsASecretOrAKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(StandardWebhookSettings::of)
                .withMessageContaining("secrets")
                .withMessageContaining("public-keys");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 23, 65})
    void refusesASecretTooShortOrTooLong(int bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardWebhookSettings.of(secret(bytes)))
                .withMessageContaining("secrets");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 64})
    void takesASecretWithinTheLimits(int bytes) {
        assertThat(StandardWebhookSettings.of(secret(bytes)).secrets()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_not base64 but hush-hush", "hush-hush!"})
    void refusesWhatIsNoSecretWithoutQuotingIt(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardWebhookSettings.of(new Secret(value)))
                .withMessageContaining("secrets")
                .withMessageNotContaining("hush")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whpk_", "whpk_AAAA", "no key"})
    void refusesWhatIsNoPublicKey(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(List.of(), List.of(value), Duration.ofMinutes(5)))
                .withMessageContaining("public-keys");
    }

    @Test
    void refusesAToleranceThatCannotWork() {
        for (var tolerance : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofHours(2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> settings(SECRETS, List.of(), tolerance))
                    .withMessageContaining("tolerance");
        }
    }

    private static StandardWebhookSettings settings(List<Secret> secrets, List<String> keys, Duration tolerance) {
        return new StandardWebhookSettings(secrets, keys, tolerance, 60, 1, 1L);
    }

    private static Secret secret(int bytes) {
        return new Secret("whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]));
    }
}
