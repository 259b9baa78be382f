package org.intakehub.adapter.wechat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter.Login;

/** Fetches the account's stable token, which others may fetch too without ending it, and puts it into calls of the API. */
final class AccessTokens {
    private final WechatSettings settings;
    private final URI door;

    AccessTokens(WechatSettings settings) {
        this.settings = settings;
        door = settings.address(settings.paths().stableToken());
    }

    Step.Ask login() {
        var question = new TreeMap<String, Object>(Map.of(
                "grant_type",
                "client_credential",
                "appid",
                settings.appId(),
                "secret",
                settings.appSecret().value(),
                "force_refresh",
                false));
        var body = Payload.of(JsonFields.write(question), StandardCharsets.UTF_8);
        return new Step.Ask(new Call("POST", door, Answers.JSON, body), Cursor.START, "");
    }

    Login proceed(Answer answer) {
        var content = ApiAnswer.ofLogin(answer).content();
        var token = content.path("access_token").asString("");
        var seconds = content.path("expires_in").asLong(0);
        if (token.isBlank() || seconds <= 0) {
            throw new RemoteUnavailable("the platform's answer holds no token");
        }
        return new Login.Granted(new Secret(token), answer.receivedAt().plusSeconds(seconds));
    }

    Call authorise(Call call, Secret token) {
        var url = call.url();
        if (!isOfTheApi(url) || url.equals(door)) {
            return call;
        }
        var mark = url.getRawQuery() == null ? "?" : "&";
        var parameter = "access_token=" + URLEncoder.encode(token.value(), StandardCharsets.UTF_8);
        return new Call(call.method(), URI.create(url + mark + parameter), call.headers(), call.body());
    }

    private boolean isOfTheApi(URI url) {
        var api = settings.apiBase();
        return Objects.equals(api.getScheme(), url.getScheme())
                && Objects.equals(api.getHost(), url.getHost())
                && api.getPort() == url.getPort();
    }
}
