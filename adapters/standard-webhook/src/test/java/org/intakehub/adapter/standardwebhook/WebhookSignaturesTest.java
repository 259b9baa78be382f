package org.intakehub.adapter.standardwebhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outcome.Reason;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignaturesTest {
    // the vector of the specification
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1614265330;
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String V1 = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    // the same message, signed with the key of RFC 8032, section 7.1, test 1
    private static final String PUBLIC_KEY = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private static final String V1A =
            "v1a,fldxM4gAKugP6nnt1hdz3sgGfZ6d99nzrMFnZOELIxbzEHoVmAb2ADpkJK7zgPePmPsle0zV9jSeGlHFG2NVAw==";

    @ParameterizedTest
    @ValueSource(strings = {V1, "v1,AAAA " + V1, V1 + " v1,AAAA", "v2,future " + V1, "v1a,AAAA " + V1})
    void acceptsOneGenuineSignatureAmongSeveral(String signatures) {
        assertThat(outcome(SECRET, signatures, TIME)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void acceptsASecretWithOrWithoutItsPrefix() {
        assertThat(outcome(SECRET.replace("whsec_", ""), V1, TIME)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void acceptsBothTheOldAndTheNewSecretWhileTheyRotate() {
        var settings = StandardWebhookSettings.of(Partner.FIRST.secret(), Partner.SECOND.secret());
        for (var partner : List.of(Partner.FIRST, Partner.SECOND)) {
            assertThat(new StandardWebhook(settings).receive(partner.json("{}")))
                    .isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(new StandardWebhook(StandardWebhookSettings.of(Partner.SECOND.secret()))
                        .receive(Partner.FIRST.json("{}")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void acceptsAnEd25519SignatureWithThePublicKeyAlone() {
        assertThat(ed25519(V1A)).isInstanceOf(Outcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 20, 50, 88, 91})
    void refusesAForgedEd25519Signature(int place) {
        var forged = V1A.substring(0, place) + (V1A.charAt(place) == 'A' ? 'B' : 'A') + V1A.substring(place + 1);
        assertReason(ed25519(forged), Reason.FORGED_PROOF);
        assertReason(ed25519(V1), Reason.FORGED_PROOF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v1", "v1,", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "v1,g0hM9SsE", ",", "V1,AAAA"})
    void refusesWhatIsNoGenuineSignature(String signatures) {
        assertReason(outcome(SECRET, signatures, TIME), Reason.FORGED_PROOF);
    }

    @Test
    void looksAtSixteenSignaturesAtMost() {
        assertThat(outcome(SECRET, "v1,AAAA ".repeat(15) + V1, TIME)).isInstanceOf(Outcome.Accepted.class);
        assertReason(outcome(SECRET, "v1,AAAA ".repeat(16) + V1, TIME), Reason.FORGED_PROOF);
    }

    @Test
    void refusesATimeMoreThanFiveMinutesOff() {
        for (var off : new int[] {300, -300}) {
            assertThat(outcome(SECRET, V1, TIME + off)).isInstanceOf(Outcome.Accepted.class);
        }
        for (var off : new int[] {301, -301}) {
            assertReason(outcome(SECRET, V1, TIME + off), Reason.OUTSIDE_TIME_WINDOW);
        }
    }

    @Test
    void refusesAnIdWithADot() {
        var call = Partner.FIRST.call("msg.1", Partner.NOW, Map.of("content-type", "application/json"), bytes("{}"));
        assertReason(adapter(Partner.FIRST.secret()).receive(call), Reason.FORGED_PROOF);
    }

    @Test
    void keepsToTheToleranceOfItsSettings() {
        var settings =
                new StandardWebhookSettings(List.of(new Secret(SECRET)), List.of(), Duration.ofSeconds(10), 60, 1, 1L);
        var adapter = new StandardWebhook(settings);
        assertThat(adapter.receive(call(V1, TIME + 10))).isInstanceOf(Outcome.Accepted.class);
        assertReason(adapter.receive(call(V1, TIME + 11)), Reason.OUTSIDE_TIME_WINDOW);
    }

    private static Outcome ed25519(String signature) {
        var settings = new StandardWebhookSettings(List.of(), List.of(PUBLIC_KEY), Duration.ofMinutes(5), 60, 1, 1L);
        return new StandardWebhook(settings).receive(call(signature, TIME));
    }

    private static Outcome outcome(String secret, String signatures, long receivedAt) {
        return adapter(new Secret(secret)).receive(call(signatures, receivedAt));
    }

    private static StandardWebhook adapter(Secret secret) {
        return new StandardWebhook(StandardWebhookSettings.of(secret));
    }

    private static Request call(String signatures, long receivedAt) {
        var headers = new TreeMap<>(Map.of("Content-Type", "application/json", "WEBHOOK-ID", ID));
        headers.put("Webhook-Timestamp", String.valueOf(TIME));
        headers.put("Webhook-Signature", signatures);
        return Partner.request("POST", headers, bytes(BODY), Instant.ofEpochSecond(receivedAt));
    }

    private static Payload bytes(String text) {
        return Payload.of(text, StandardCharsets.UTF_8);
    }

    private static void assertReason(Outcome outcome, Reason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
