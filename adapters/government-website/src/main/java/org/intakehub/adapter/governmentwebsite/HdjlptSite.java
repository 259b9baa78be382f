package org.intakehub.adapter.governmentwebsite;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteUnavailable;
import tools.jackson.databind.JsonNode;

/** A site on the Guangdong interaction platform: cookies and a token from its page, then a JSON list. */
record HdjlptSite(GovernmentWebsiteSettings settings) implements Site {
    private static final char BETWEEN = '\n';

    @Override
    public Optional<Call> opening() {
        return Optional.of(Call.get(settings.at(settings.hdjlpt().start()), Map.of()));
    }

    @Override
    public String opened(Answer answer) {
        Faults.check(answer);
        var token =
                Pattern.compile(settings.hdjlpt().token()).matcher(answer.body().text(StandardCharsets.UTF_8));
        if (!token.find()) {
            throw new RemoteUnavailable("the site's page holds no token where hdjlpt.token says");
        }
        var cookies = answer.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return (token.group(1) + BETWEEN + cookies).replaceAll("[^ -~\n]", "");
    }

    @Override
    public Call list(int page, String opened) {
        var hdjlpt = settings.hdjlpt();
        var between = opened.indexOf(BETWEEN);
        var headers = new TreeMap<String, String>();
        headers.put("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        headers.put("Referer", settings.at(hdjlpt.start()).toString());
        headers.put("X-Requested-With", "XMLHttpRequest");
        headers.put("X-CSRF-TOKEN", opened.substring(0, Math.max(0, between)));
        headers.put("Cookie", opened.substring(between + 1));
        var form = "offset=" + (long) page * hdjlpt.pageSize() + "&limit=" + hdjlpt.pageSize() + "&site_id="
                + hdjlpt.siteId();
        return new Call("POST", settings.at(hdjlpt.list()), headers, Payload.of(form, StandardCharsets.US_ASCII));
    }

    @Override
    public Listing listing(Answer answer) {
        JsonNode rows = Faults.object(answer);
        for (var name : settings.hdjlpt().rows().split("\\.", -1)) {
            rows = rows.path(name);
        }
        if (!rows.isArray()) {
            throw new RemoteUnavailable("the site's answer holds no list where hdjlpt.rows says");
        }
        return new Listing(
                letters().entries(rows), rows.size() < settings.hdjlpt().pageSize());
    }

    @Override
    public Letter read(JsonNode envelope) {
        return letters().read(envelope.path("row"));
    }

    private JsonLetters letters() {
        return new JsonLetters(FieldMap.of(settings.fields()), settings.url());
    }
}
