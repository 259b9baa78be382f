package org.intakehub.adapter.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.junit.jupiter.api.Test;

class WechatPushTest {
    private static final String TEXT = "<xml><FromUserName>o-1</FromUserName><CreateTime>1764000000</CreateTime>"
            + "<MsgType>text</MsgType><Content>路灯</Content><MsgId>1</MsgId></xml>";

    private final Wechat open = new Wechat(Platform.plain());
    private final Wechat safe = new Wechat(Platform.encrypted());

    @Test
    void recomputesThePublishedSignature() {
        assertThat(Proofs.sha1("pamtest", "1409304348", "xxxxxx"))
                .isEqualTo("76480565cbe296026c53aaacd1ad523a1ddba24f");
    }

    @Test
    void recomputesThePublishedEncryption() {
        var encrypted = "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==";
        var cipher = new MessageCipher(new Secret("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"), "wxb11529c136998cb6");
        assertThat(new String(cipher.decrypt(encrypted), StandardCharsets.UTF_8))
                .isEqualTo("我是中文abcd123");
        assertThat(Proofs.sha1("pamtest", "1409304348", "xxxxxx", encrypted))
                .isEqualTo("82c962d39941aa48552f90ef55aa323dc620cc10");
    }

    @Test
    void answersSuccessOnceTheBytesAreKept() {
        var answer = ((Outcome.Accepted) open.receive(Platform.push(Platform.NOW, bytes(TEXT))))
                .acknowledgement()
                .orElseThrow();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().text(StandardCharsets.UTF_8)).isEqualTo("success");
    }

    @Test
    void takesNoPlainPushIfTheAccountEncrypts() {
        var call = Platform.push(Platform.NOW, bytes(TEXT));
        assertThat(reason(safe.receive(call))).contains(Outcome.Reason.MISSING_PROOF);
        var switching = new Wechat(Platform.settings(Platform.KEY, true, null));
        assertThat(switching.receive(call)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void refusesAForgedEncryptedText() {
        var encrypted = encrypted(Platform.APP_ID);
        for (var at = 0; at < encrypted.length() - 1; at++) {
            var other = encrypted.charAt(at) == 'A' ? 'B' : 'A';
            var forged = encrypted.substring(0, at) + other + encrypted.substring(at + 1);
            var call = Platform.encryptedPush(Platform.NOW, encrypted, Platform.envelope(forged));
            assertThat(reason(safe.receive(call))).contains(Outcome.Reason.FORGED_PROOF);
        }
    }

    @Test
    void readsNothingThatStandsBesideTheEncryptedText() {
        var encrypted = encrypted(Platform.APP_ID);
        var body = TEXT.replace("路灯", "forged").replace("</xml>", "<Encrypt>" + encrypted + "</Encrypt></xml>");
        var raw = accepted(safe, Platform.encryptedPush(Platform.NOW, encrypted, body));
        assertThat(safe.normalise(raw).get(0).text()).isEqualTo("路灯");
    }

    @Test
    void readsACompatiblePushInTheOpenIfItHasNoKey() {
        var body = TEXT.replace("</xml>", "<Encrypt>" + encrypted(Platform.APP_ID) + "</Encrypt></xml>");
        var message = open.normalise(accepted(open, Platform.push(Platform.NOW, bytes(body))))
                .get(0);
        assertThat(message.text()).isEqualTo("路灯");
        assertThat(message.extras()).doesNotContainKey("Encrypt");
    }

    @Test
    void quarantinesWhatWasEncryptedForAnotherAccountOrWithAnotherKey() {
        var strange = encrypted("wx00000000000000bb");
        var raw = accepted(safe, Platform.encryptedPush(Platform.NOW, strange, Platform.envelope(strange)));
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> safe.normalise(raw));
        var other = new Wechat(Platform.settings("zyxwvutsrqponmlkjihgfedcba0123456789ABCDEFG", null, null));
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> other.normalise(raw));
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> open.normalise(raw))
                .withMessageContaining("encoding-aes-key");
    }

    @Test
    void opensTheEncryptedQuestionOfWeCom() {
        var question = new WxCryptUtil(Platform.TOKEN, Platform.KEY, Platform.APP_ID)
                .encrypt("aaaabbbbccccdddd", "7346372910");
        var seconds = String.valueOf(Platform.NOW.getEpochSecond());
        var query = new TreeMap<>(Map.of("timestamp", seconds, "nonce", "n", "echostr", question));
        query.put("msg_signature", SHA1.gen(Platform.TOKEN, seconds, "n", question));
        var asked = safe.receive(Platform.request("GET", query, bytes(""), Platform.NOW));
        assertThat(((Outcome.Handshake) asked).echo().body().text(StandardCharsets.UTF_8))
                .isEqualTo("7346372910");
        query.put("echostr", question.replace(question.substring(0, 4), "AAAA"));
        assertThat(reason(safe.receive(Platform.request("GET", query, bytes(""), Platform.NOW))))
                .contains(Outcome.Reason.FORGED_PROOF);
    }

    private static String encrypted(String appId) {
        return new WxCryptUtil(Platform.TOKEN, Platform.KEY, appId).encrypt("aaaabbbbccccdddd", TEXT);
    }

    private static RawMessage accepted(Wechat wechat, Request call) {
        return ((Outcome.Accepted) wechat.receive(call)).raw();
    }

    private static Optional<Outcome.Reason> reason(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    private static Payload bytes(String text) {
        return Payload.of(text, StandardCharsets.UTF_8);
    }
}
