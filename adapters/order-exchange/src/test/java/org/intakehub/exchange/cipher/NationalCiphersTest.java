package org.intakehub.exchange.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.intakehub.core.channel.Secret;
import org.junit.jupiter.api.Test;

class NationalCiphersTest {
    private static final HexFormat HEX = HexFormat.of();

    /** The example of GB/T 32918.5: a private key and its public point. */
    private static final Sm2.PrivateKey PRIVATE =
            new Sm2.PrivateKey(new Secret("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"));

    private static final Sm2.PublicKey PUBLIC =
            new Sm2.PublicKey("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                    + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");

    @Test
    void sm3OfThePublishedExample() {
        assertThat(Sm3.digest("abc".getBytes(UTF_8)))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void sm4OfThePublishedExample() {
        var example = HEX.parseHex("0123456789abcdeffedcba9876543210");
        assertThat(HEX.formatHex(Sm4.block(example, example))).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void sm4OpensWhatItSealed() {
        var key = HEX.parseHex("0123456789abcdeffedcba9876543210");
        var start = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
        for (var length : new int[] {0, 1, 15, 16, 17, 1000}) {
            var plain = "灯".repeat(length).getBytes(UTF_8);
            var sealed = Sm4.seal(plain, key, start);
            assertThat(sealed).hasSizeGreaterThan(plain.length);
            assertThat(Sm4.open(sealed, key, start)).isEqualTo(plain);
        }
        assertThatThrownBy(() -> Sm4.open(new byte[17], key, start)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sm2OpensWhatItSealedForTheKeyPairOfTheStandard() {
        var sealed = Sm2.seal("secret-of-client".getBytes(UTF_8), PUBLIC);

        assertThat(sealed[0]).as("C1 is an uncompressed point").isEqualTo((byte) 4);
        assertThat(sealed).as("C1, C3 of 32 bytes, C2").hasSize(65 + 32 + 16);
        assertThat(Sm2.open(sealed, PRIVATE)).isEqualTo("secret-of-client".getBytes(UTF_8));
        assertThat(Sm2.seal("secret-of-client".getBytes(UTF_8), PUBLIC)).isNotEqualTo(sealed);
    }

    @Test
    void sm2OpensNothingThatWasChanged() {
        for (var place : new int[] {65, 65 + 31, 65 + 32, 65 + 32 + 7}) {
            var sealed = Sm2.seal("12345678".getBytes(UTF_8), PUBLIC);
            sealed[place] ^= 1;
            assertThatThrownBy(() -> Sm2.open(sealed, PRIVATE)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sm2KnowsItsSignatureAndNoOther() {
        var content = "order".getBytes(UTF_8);
        var signature = Sm2.sign(content, PRIVATE);

        assertThat(Sm2.isSigned(content, signature, PUBLIC)).isTrue();
        assertThat(Sm2.isSigned("other".getBytes(UTF_8), signature, PUBLIC)).isFalse();
        assertThat(Sm2.isSigned(content, new byte[0], PUBLIC)).isFalse();
    }

    @Test
    void hmacDependsOnKeyAndContent() {
        var one = Sm3.hmac("a".getBytes(UTF_8), new Secret("key-one-0001"));

        assertThat(one).hasSize(64).isEqualTo(Sm3.hmac("a".getBytes(UTF_8), new Secret("key-one-0001")));
        assertThat(Sm3.hmac("a".getBytes(UTF_8), new Secret("key-two-0002"))).isNotEqualTo(one);
        assertThat(Sm3.hmac("b".getBytes(UTF_8), new Secret("key-one-0001"))).isNotEqualTo(one);
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatThrownBy(() -> new Sm2.PublicKey("04abcd"))
                .hasMessage("a public key is a point of sm2p256v1 in hexadecimal");
        assertThatThrownBy(() -> new Sm2.PublicKey("no key")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sm2.PrivateKey(new Secret("ff".repeat(32))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sm2.PrivateKey(new Secret("abc"))).hasMessageNotContaining("abc");
    }
}
