package org.intakehub.adapter.weibo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter.Login;

/** The token that a person fetched: asks how long it holds, and puts it into calls of the API. */
final class AccessToken {
    static final Map<String, String> FORM = Map.of("content-type", "application/x-www-form-urlencoded");

    private final WeiboSettings settings;
    private final URI door;

    AccessToken(WeiboSettings settings) {
        this.settings = settings;
        door = settings.address(settings.paths().tokenInfo());
    }

    Step.Ask login() {
        var body = Payload.of(parameter(settings.accessToken()), StandardCharsets.UTF_8);
        return new Step.Ask(new Call("POST", door, FORM, body), Cursor.START, "");
    }

    Login proceed(Answer answer) {
        var left = ApiAnswer.of(answer).content().path("expire_in");
        if (!left.isIntegralNumber()) {
            throw new RemoteUnavailable("the platform does not say how long the token holds");
        }
        if (left.asLong(0) <= 0) {
            throw new RemoteRejected("access-token has expired: a person has to authorise the account anew");
        }
        return new Login.Granted(settings.accessToken(), answer.receivedAt().plusSeconds(left.asLong(0)));
    }

    Call authorise(Call call, Secret token) {
        var url = call.url();
        if (!isOfTheApi(url) || url.equals(door)) {
            return call;
        }
        if (call.method().equals("POST")) {
            var form = call.body().text(StandardCharsets.UTF_8);
            var whole = parameter(token) + (form.isEmpty() ? "" : "&" + form);
            return new Call(call.method(), url, call.headers(), Payload.of(whole, StandardCharsets.UTF_8));
        }
        var mark = url.getRawQuery() == null ? "?" : "&";
        return new Call(call.method(), URI.create(url + mark + parameter(token)), call.headers(), call.body());
    }

    private static String parameter(Secret token) {
        return "access_token=" + URLEncoder.encode(token.value(), StandardCharsets.UTF_8);
    }

    private boolean isOfTheApi(URI url) {
        var api = settings.apiBase();
        return Objects.equals(api.getScheme(), url.getScheme())
                && Objects.equals(api.getHost(), url.getHost())
                && api.getPort() == url.getPort();
    }
}
