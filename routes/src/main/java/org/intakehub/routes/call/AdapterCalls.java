package org.intakehub.routes.call;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SigningAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter;
import org.intakehub.core.channel.TokenAdapter.Login;

/**
 * Makes an adapter's calls as its channel demands: with a token that is fetched when there is none, before it expires, and once more when
 * the far end refuses it; and signed at the moment of sending.
 */
public final class AdapterCalls {
    /** A far end's clock and the way there differ a little from the hub's. */
    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(1);
    /** A login that never comes to an end is a fault. */
    private static final int LOGIN_STEPS = 10;

    private final HttpCalls http;
    private final Tokens tokens;
    private final Clock clock;
    /** One login at a time for each source. */
    private final Map<SourceId, Object> logins = new ConcurrentHashMap<>();

    public AdapterCalls(HttpCalls http, Tokens tokens, Clock clock) {
        this.http = http;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The answer, whatever its status.
     *
     * @throws RemoteUnavailable if no answer came, or no token was granted for the moment
     */
    public Answer make(SourceId source, ChannelAdapter adapter, Step.Ask ask) {
        if (!(adapter instanceof TokenAdapter holder)) {
            return send(adapter, ask, ask.call());
        }
        var token = valid(source, holder, Optional.empty());
        var answer = send(adapter, ask, holder.authorise(ask.call(), token.token()));
        if (!holder.refusesToken(answer)) {
            return answer;
        }
        var fresh = valid(source, holder, Optional.of(token));
        return send(adapter, ask, holder.authorise(ask.call(), fresh.token()));
    }

    /** A call as it may leave at this moment, for who sends it in a way of his own. */
    public Call ready(SourceId source, ChannelAdapter adapter, Call call) {
        var authorised = adapter instanceof TokenAdapter holder
                ? holder.authorise(call, valid(source, holder, Optional.empty()).token())
                : call;
        return signed(adapter, authorised);
    }

    /** The adapter gets its own question back with the answer, never the token. */
    private Answer send(ChannelAdapter adapter, Step.Ask ask, Call authorised) {
        var made = new Step.Ask(signed(adapter, authorised), ask.cursor(), ask.note());
        var answer = http.make(made, clock.instant());
        return new Answer(ask, answer.status(), answer.headers(), answer.body(), answer.receivedAt());
    }

    private Call signed(ChannelAdapter adapter, Call call) {
        return adapter instanceof SigningAdapter signing ? signing.sign(call, clock.instant()) : call;
    }

    /**
     * A token to try.
     *
     * @param refused one that the far end refused; another node may have fetched a new one since
     */
    private Login.Granted valid(SourceId source, TokenAdapter adapter, Optional<Login.Granted> refused) {
        synchronized (logins.computeIfAbsent(source, any -> new Object())) {
            var known = tokens.load(source)
                    .filter(token -> token.validUntil().minus(BEFORE_EXPIRY).isAfter(clock.instant()))
                    .filter(token -> refused.isEmpty()
                            || !token.token()
                                    .value()
                                    .equals(refused.get().token().value()));
            if (known.isPresent()) {
                return known.get();
            }
            var granted = login(adapter);
            tokens.save(source, granted);
            return granted;
        }
    }

    private Login.Granted login(TokenAdapter adapter) {
        var ask = adapter.login();
        for (var steps = 0; steps < LOGIN_STEPS; steps++) {
            var login = adapter.proceed(send(adapter, ask, ask.call()));
            if (login instanceof Login.Granted granted) {
                return granted;
            }
            ask = ((Login.More) login).ask();
        }
        throw new RemoteUnavailable("the login does not come to an end");
    }
}
