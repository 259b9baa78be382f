package org.intakehub.adapter.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter;

/**
 * A login as the road goes through it.
 *
 * @param asks every call, in its order
 * @param outcome what the adapter made of the last answer
 */
record Login(List<Step.Ask> asks, TokenAdapter.Login.Granted outcome) {
    static Login walk(Supplier<TokenAdapter> adapters, List<Answered> answers) {
        var asks = new ArrayList<Step.Ask>();
        var ask = adapters.get().login();
        for (var answered : answers) {
            asks.add(ask);
            var login = adapters.get().proceed(answered.to(ask, AdapterUnderTest.NOW));
            if (login instanceof TokenAdapter.Login.Granted granted) {
                if (asks.size() < answers.size()) {
                    throw new AssertionError("a token before the last answer of wayToToken()");
                }
                return new Login(List.copyOf(asks), granted);
            }
            ask = ((TokenAdapter.Login.More) login).ask();
        }
        throw new AssertionError("no token in the last answer of wayToToken()");
    }

    /** Whether the token stands anywhere in the call, as it is or as forms and addresses write it. */
    static boolean holds(Call call, Secret token) {
        var text = call.url() + "\n" + call.headers() + "\n" + call.body().text(StandardCharsets.UTF_8);
        return text.contains(token.value()) || text.contains(URLEncoder.encode(token.value(), StandardCharsets.UTF_8));
    }
}
