package org.intakehub.core.casefile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignedTokensTest {
    private final SignedTokens tokens = new SignedTokens("0123456789abcdef".getBytes(UTF_8), "case");

    @Test
    void knowsItsOwnTokens() {
        var token = tokens.sign("340181-20260630-000017");

        assertThat(token).matches("340181-20260630-000017\\.[a-z2-7]{16}");
        assertThat(tokens.verify(token)).contains("340181-20260630-000017");
    }

    @Test
    void refusesATokenWhoseNumberOrSignatureWasChanged() {
        var token = tokens.sign("340181-20260630-000017");

        assertThat(tokens.verify(token.replace("000017", "000018"))).isEmpty();
        assertThat(tokens.verify(token.substring(0, token.length() - 1))).isEmpty();
        assertThat(tokens.verify("340181-20260630-000017")).isEmpty();
        assertThat(tokens.verify("")).isEmpty();
    }

    @Test
    void aTokenForOneUseIsNoGoodForAnother() {
        var receipts = new SignedTokens("0123456789abcdef".getBytes(UTF_8), "receipt");

        assertThat(receipts.verify(tokens.sign("340181-20260630-000017"))).isEmpty();
    }

    @Test
    void base32AgreesWithTheVectorsOfItsRfc() {
        assertThat(SignedTokens.base32("foobar".getBytes(US_ASCII), 9)).isEqualTo("mzxw6ytbo");
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> new SignedTokens(new byte[15], "case")).hasMessageContaining("16 bytes");
    }
}
