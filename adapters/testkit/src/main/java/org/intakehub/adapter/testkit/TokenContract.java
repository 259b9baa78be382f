package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeException;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter;
import org.junit.jupiter.api.Test;

/** A channel that needs a token gets one, shows it to its own far end alone, and knows when it is used up. */
public interface TokenContract extends AdapterContract {
    /** What the far end answers to the calls of one login, in their order; the last answer holds the token. */
    List<Answered> wayToToken();

    /** The token in that last answer, received at {@link #NOW}; eight characters or more. */
    TokenAdapter.Login.Granted granted();

    /** Calls that need the token, of each kind that the channel makes: of polling, replies and media. */
    List<Call> callsInNeed();

    /** An answer to such a call whose token was good. */
    Answered tokenAccepted();

    /** Answers to such a call that say that the token is not, or not any more, valid. */
    List<Answered> tokenRefusals();

    /** Answers to the last call of a login from a far end that will be well again, besides 429, 500 and 503. */
    List<Answered> loginFaults();

    /** Answers to the last call of a login that accept the credentials never, besides 401 and 403. */
    List<Answered> loginRefusals();

    /** The adapter, as what it is. */
    default TokenAdapter tokens() {
        return (TokenAdapter) adapter();
    }

    @Test
    default void logsIn() {
        assertThat(tokens().login().cursor()).isEqualTo(Cursor.START);
        // another adapter for each step: what is to be remembered has to be in the step
        var login = Login.walk(this::tokens, wayToToken());
        assertThat(login.outcome()).isEqualTo(granted());
    }

    @Test
    default void putsTheTokenIntoACall() {
        var token = granted().token();
        for (var call : callsInNeed()) {
            assertThat(Login.holds(call, token))
                    .as("a token before authorise()")
                    .isFalse();
            var authorised = tokens().authorise(call, token);
            assertThat(Login.holds(authorised, token))
                    .as("the token in the call to " + call.url().getPath())
                    .isTrue();
            assertThat(authorised.method()).isEqualTo(call.method());
            assertThat(authorised.url().getPath()).isEqualTo(call.url().getPath());
        }
    }

    @Test
    default void leavesTheCallsOfALoginAsTheyAre() {
        for (var ask : Login.walk(this::tokens, wayToToken()).asks()) {
            assertThat(tokens().authorise(ask.call(), granted().token()).equals(ask.call()))
                    .as("a call of the login is handed back as it is")
                    .isTrue();
        }
    }

    @Test
    default void tellsTheTokenToNoStranger() {
        var own = callsInNeed().get(0).url();
        for (var url : List.of(
                URI.create("https://stranger.example.net/photo.jpg"),
                URI.create("https://stranger.example.net" + own.getRawPath()),
                URI.create("https://" + own.getHost() + ".stranger.example.net" + own.getRawPath()),
                URI.create("https://" + own.getHost() + "@stranger.example.net" + own.getRawPath()))) {
            var call = Call.get(url, Map.of());
            assertThat(tokens().authorise(call, granted().token()).equals(call))
                    .as("a call to a strange host is handed back as it is")
                    .isTrue();
        }
    }

    @Test
    default void hidesTheToken() {
        var token = granted().token();
        var login = Login.walk(this::tokens, wayToToken());
        login.asks().forEach(ask -> SecrecyContract.hides(settings(), ask));
        var shown = new ArrayList<Object>(List.of(login.outcome()));
        callsInNeed().forEach(call -> shown.add(tokens().authorise(call, token)));
        for (var thing : shown) {
            SecrecyContract.hides(settings(), thing);
            assertThat(thing.toString().contains(token.value()))
                    .as("the token shows in " + thing.getClass().getSimpleName())
                    .isFalse();
        }
    }

    @Test
    default void knowsARefusedToken() {
        for (var call : callsInNeed()) {
            for (var refusal : tokenRefusals()) {
                assertThat(tokens().refusesToken(Replies.answer(call, refusal)))
                        .as("an answer of status " + refusal.status() + " that refuses the token")
                        .isTrue();
            }
        }
    }

    @Test
    default void takesNoOtherAnswerForARefusedToken() {
        var others = new ArrayList<>(List.of(tokenAccepted()));
        Stream.of(429, 500, 503).map(Answered::empty).forEach(others::add);
        Damage.garbage().values().forEach(body -> others.add(new Answered(200, Map.of(), body)));
        others.add(new Answered(200, Map.of("content-type", "image/jpeg"), Payload.of(new byte[1 << 20])));
        for (var call : callsInNeed()) {
            for (var other : others) {
                assertThat(tokens().refusesToken(Replies.answer(call, other)))
                        .as("an answer of status " + other.status() + " that refuses no token")
                        .isFalse();
            }
        }
    }

    @Test
    default void tellsAPassingFaultOfALogin() {
        var last = lastAsk();
        var faults = new ArrayList<>(loginFaults());
        Stream.of(429, 500, 503).map(Answered::empty).forEach(faults::add);
        for (var fault : faults) {
            assertThatThrownBy(() -> tokens().proceed(answer(last, fault)))
                    .as("an answer of status " + fault.status() + " that tells a passing fault")
                    .isInstanceOf(RemoteUnavailable.class);
        }
    }

    @Test
    default void tellsThatCredentialsAreNotAccepted() {
        var last = lastAsk();
        var refusals = new ArrayList<>(loginRefusals());
        Stream.of(401, 403).map(Answered::empty).forEach(refusals::add);
        for (var refusal : refusals) {
            assertThatThrownBy(() -> tokens().proceed(answer(last, refusal)))
                    .as("an answer of status " + refusal.status() + " that tells a final no")
                    .isInstanceOf(RemoteRejected.class);
        }
    }

    @Test
    default void survivesAGarbledLogin() {
        for (var ask : Login.walk(this::tokens, wayToToken()).asks()) {
            Damage.garbage().forEach((kind, body) -> {
                try {
                    tokens().proceed(answer(ask, new Answered(200, Map.of(), body)));
                    throw new AssertionError("an answer of " + kind + " holds no token");
                } catch (IntakeException refusal) {
                    SecrecyContract.hides(settings(), refusal);
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError("an answer of " + kind + " must end in an IntakeException", e);
                }
            });
        }
    }

    private Step.Ask lastAsk() {
        var asks = Login.walk(this::tokens, wayToToken()).asks();
        return asks.get(asks.size() - 1);
    }

    private static Answer answer(Step.Ask ask, Answered answered) {
        return answered.to(ask, NOW);
    }
}
