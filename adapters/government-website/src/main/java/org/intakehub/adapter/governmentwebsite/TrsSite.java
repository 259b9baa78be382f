package org.intakehub.adapter.governmentwebsite;

import java.util.Map;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import tools.jackson.databind.JsonNode;

/** A site run by TRS IGI: one JSON list with letters and answers in it. */
record TrsSite(GovernmentWebsiteSettings settings) implements Site {
    @Override
    public Call list(int page, String opened) {
        var trs = settings.trs();
        var query = "?method=listGovmsgboxs&siteId=" + trs.siteId() + "&appId=" + trs.appId() + "&pageIndex="
                + (page + 1) + "&pageSize=" + trs.pageSize() + "&order=1&orderBy=" + trs.order();
        return Call.get(
                settings.at(trs.path() + query),
                Map.of("Referer", settings.at("/").toString(), "Accept", "application/json"));
    }

    @Override
    public Listing listing(Answer answer) {
        var node = Faults.object(answer);
        var code = node.path("statusCode").asString("");
        if (code.equals("401") || code.equals("403")) {
            throw new RemoteRejected("the site answers with its own code " + code);
        }
        var rows = node.path("datas").path("data");
        if (!code.equals("200") || !rows.isArray()) {
            throw new RemoteUnavailable("the site's list holds no letters, its own code is no 200");
        }
        return new Listing(letters().entries(rows), rows.size() < settings.trs().pageSize());
    }

    @Override
    public Letter read(JsonNode envelope) {
        return letters().read(envelope.path("row"));
    }

    private JsonLetters letters() {
        return new JsonLetters(FieldMap.trs(settings.fields()), settings.url());
    }
}
