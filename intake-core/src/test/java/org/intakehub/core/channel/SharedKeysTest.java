package org.intakehub.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SharedKeysTest {
    private static final SharedKeys KEYS =
            SharedKeys.of("keys", List.of(new Secret("the old shared key"), new Secret("the new shared key")));

    @Test
    void holdsEachOfItsKeysAndNoOther() {
        assertThat(KEYS.hold("the old shared key")).isTrue();
        assertThat(KEYS.hold("the new shared key")).isTrue();
        assertThat(KEYS.hold("the new shared kez")).isFalse();
        assertThat(KEYS.hold("")).isFalse();
    }

    @Test
    void recognisesTheVectorOfRfc4231() {
        var key = new Secret("\u000b".repeat(20));
        var body = Payload.of("There", StandardCharsets.UTF_8);
        var expected = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
        assertThat(SharedKeys.hmac(key, "Hi ", body)).isEqualTo(expected);
        assertThat(SharedKeys.of("keys", List.of(key)).signed(expected.toUpperCase(Locale.ROOT), "Hi ", body))
                .isTrue();
        assertThat(KEYS.signed(expected, "Hi ", body)).isFalse();
    }

    @Test
    void refusesAShortKeyByTheNameOfItsSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharedKeys.of("api-keys", List.of(new Secret("hush"))))
                .withMessageContaining("api-keys")
                .withMessageNotContaining("hush");
    }

    @Test
    void showsNoKey() {
        assertThat(KEYS).hasToString("SharedKeys[2]");
    }
}
