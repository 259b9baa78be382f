package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.WebhookAdapter;
import org.junit.jupiter.api.Test;

/** A webhook takes in what its platform signed, all of it, and nothing else. */
public interface WebhookContract extends AdapterContract {
    /** The call that the platform makes to deliver the sample at that moment; received at the same moment. */
    Request signed(Sample sample, Instant at);

    /** Where the platform puts its proof. */
    Proof proof();

    /** The platform's check of the address; empty if it makes none. */
    Optional<Challenge> challenge();

    /** How far the time in the proof may be off, either way; empty if the proof holds no time. */
    default Optional<Duration> timeWindow() {
        return Optional.of(Duration.ofMinutes(5));
    }

    /** The adapter, as what it is. */
    default WebhookAdapter webhook() {
        return (WebhookAdapter) adapter();
    }

    @Test
    default void acceptsWhatThePlatformSigned() {
        for (var sample : samples()) {
            var request = signed(sample, NOW);
            var raw = accepted(webhook().receive(request)).raw();
            assertThat(raw.body()).as("the bytes, untouched").isEqualTo(request.body());
            assertThat(raw.channel()).isEqualTo(webhook().channel());
            assertThat(raw.source()).isEqualTo(request.source());
            assertThat(raw.receivedAt()).isEqualTo(request.receivedAt());
            assertThat(raw.signature()).isEqualTo(SignatureStatus.VERIFIED);
            assertThat(webhook().normalise(raw))
                    .extracting(message -> new Sample.Expected(message.key().value(), message.title()))
                    .as("key and title of the messages in " + sample.file())
                    .containsExactlyElementsOf(sample.expected());
        }
    }

    @Test
    default void keepsNoSignature() {
        for (var sample : samples()) {
            var request = signed(sample, NOW);
            var raw = accepted(webhook().receive(request)).raw();
            assertThat(raw.headers().toString() + raw.deliveryId())
                    .as("what is kept of the call")
                    .doesNotContain(Calls.part(request, proof().signature()));
        }
    }

    @Test
    default void refusesACallWithoutProof() {
        var request = signed(samples().get(0), NOW);
        for (var part : proof().parts()) {
            refusesAsUnproven("no " + part, webhook().receive(Calls.without(request, part)));
        }
        var bare = request;
        for (var part : proof().parts()) {
            bare = Calls.without(bare, part);
        }
        assertThat(refusesAsUnproven("no proof at all", webhook().receive(bare)).reason())
                .isEqualTo(Outcome.Reason.MISSING_PROOF);
    }

    @Test
    default void refusesAProofThatIsSentTwice() {
        var request = signed(samples().get(0), NOW);
        for (var part : proof().parts()) {
            refusesAsUnproven("two of " + part, webhook().receive(Calls.twice(request, part)));
        }
    }

    @Test
    default void refusesAForgedProof() {
        var adapter = webhook();
        for (var sample : samples()) {
            var request = signed(sample, NOW);
            for (var part : proof().parts()) {
                Calls.forged(Calls.part(request, part))
                        .forEach(forged -> refusesAsUnproven(
                                "a forged " + part, adapter.receive(Calls.with(request, part, forged))));
            }
        }
    }

    @Test
    default void refusesAForgedBody() {
        if (proof().coversBody()) {
            var adapter = webhook();
            for (var sample : samples()) {
                var request = signed(sample, NOW);
                Calls.forged(request.body())
                        .forEach(
                                body -> refusesAsUnproven("a forged body", adapter.receive(Calls.with(request, body))));
            }
        }
    }

    @Test
    default void refusesACallOutsideTheTimeWindow() {
        timeWindow().ifPresent(window -> {
            var request = signed(samples().get(0), NOW);
            for (var inside : new Duration[] {window, window.negated()}) {
                accepted(webhook().receive(Calls.at(request, NOW.plus(inside))));
            }
            var outside = window.plusSeconds(1);
            for (var late : new Duration[] {outside, outside.negated(), outside.multipliedBy(1000)}) {
                assertThat(refusesAsUnproven(late + " off", webhook().receive(Calls.at(request, NOW.plus(late))))
                                .reason())
                        .isEqualTo(Outcome.Reason.OUTSIDE_TIME_WINDOW);
            }
        });
    }

    @Test
    default void recognisesAReplay() {
        for (var sample : samples()) {
            var request = signed(sample, NOW);
            var first = accepted(webhook().receive(request)).raw();
            var again = accepted(webhook().receive(Calls.at(request, NOW.plusSeconds(60))))
                    .raw();
            assertThat(again.deliveryId()).as("delivery id of a replay").isEqualTo(first.deliveryId());
            assertThat(webhook().normalise(again)).isEqualTo(webhook().normalise(first));
        }
    }

    @Test
    default void echoesTheHandshake() {
        challenge().ifPresent(challenge -> {
            var outcome = webhook().receive(challenge.request());
            assertThat(outcome).isInstanceOf(Outcome.Handshake.class);
            var echo = ((Outcome.Handshake) outcome).echo();
            assertThat(echo.status()).as("status of the echo").isBetween(200, 299);
            assertThat(echo.headers().values() + Calls.utf8(echo.body())).contains(challenge.echo());
            for (var part : proof().parts()) {
                if (Calls.has(challenge.request(), part)) {
                    refusesAsUnproven(
                            "a handshake without " + part, webhook().receive(Calls.without(challenge.request(), part)));
                }
            }
        });
    }

    @Test
    default void refusesWhatIsNoCallOfThePlatform() {
        var adapter = webhook();
        Calls.odd(signed(samples().get(0), NOW), proof().parts())
                // of a mere question nothing is kept
                .forEach(call ->
                        assertThat(adapter.receive(call)).isInstanceOfAny(Outcome.Refused.class, Outcome.Asked.class));
    }

    @Test
    default void showsNeitherSecretNorBodyInAnOutcome() {
        var request = signed(samples().get(0), NOW);
        var marked = Calls.with(request, Payload.of(Damage.MARK, StandardCharsets.US_ASCII));
        var forged = Calls.with(request, proof().signature(), Damage.MARK);
        for (var call : new Request[] {request, marked, forged}) {
            var outcome = webhook().receive(call);
            SecrecyContract.hides(settings(), outcome);
            assertThat(outcome.toString()).doesNotContain(Damage.MARK);
        }
    }

    @Test
    default void verifiesOnManyThreadsAtOnce() {
        var adapter = webhook();
        var good = samples().stream().map(sample -> signed(sample, NOW)).toList();
        var forged = good.stream()
                .map(call -> Calls.with(call, proof().signature(), Damage.MARK))
                .toList();
        Crowd.run(turn -> {
            var index = turn % good.size();
            accepted(adapter.receive(good.get(index)));
            refusesAsUnproven("a forged proof", adapter.receive(forged.get(index)));
        });
    }

    private static Outcome.Accepted accepted(Outcome outcome) {
        assertThat(outcome).as("a call that the platform signed").isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted) outcome;
    }

    private static Outcome.Refused refusesAsUnproven(String what, Outcome outcome) {
        assertThat(outcome).as(what + " is refused").isInstanceOf(Outcome.Refused.class);
        var refused = (Outcome.Refused) outcome;
        assertThat(refused.reason().status()).as(what + ", status").isIn(400, 401);
        return refused;
    }
}
