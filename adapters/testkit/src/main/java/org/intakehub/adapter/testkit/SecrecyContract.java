package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.junit.jupiter.api.Test;

/** Whatever is printed, no secret is in it. */
public interface SecrecyContract extends AdapterUnderTest {
    @Test
    default void keepsSecretsInSecretSettings() {
        assertThat(Secrets.unguarded(settings()))
                .as("settings that hold a secret as something else than a Secret")
                .isEmpty();
    }

    @Test
    default void showsNoSecret() {
        Secrets.in(settings())
                .forEach(secret -> assertThat(secret.value().length())
                        .as("characters of a secret in the settings of the test; fewer cannot be told from chance")
                        .isGreaterThanOrEqualTo(8));
        var adapter = adapter();
        hides(settings(), settings());
        hides(settings(), adapter);
        for (var sample : samples()) {
            RawMessage raw = raw(sample);
            hides(settings(), adapter.normalise(raw));
            try {
                adapter.normalise(Damage.with(raw, Payload.of(new byte[0])));
            } catch (MalformedMessage refusal) {
                hides(settings(), refusal);
            }
        }
    }

    @Test
    default void refusesAnEmptySecretByTheNameOfItsSetting() {
        Secrets.emptied(settings()).forEach((setting, build) -> {
            var refusal = Secrets.refusal(build);
            assertThat(refusal)
                    .as("IllegalArgumentException of the settings' constructor for an empty " + setting)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(String.valueOf(refusal.getMessage()))
                    .as("sentence of the refusal")
                    .containsAnyOf(setting, IdentityContract.kebab(setting));
            hides(settings(), refusal);
        });
    }

    /** Checks that nothing printed of the thing shows a secret of the settings. */
    static void hides(Record settings, Object thing) {
        for (var secret : Secrets.in(settings)) {
            assertThat(String.valueOf(thing).contains(secret.value()))
                    .as("a secret shows in " + thing.getClass().getSimpleName())
                    .isFalse();
        }
    }
}
