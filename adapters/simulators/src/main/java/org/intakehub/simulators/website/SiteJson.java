package org.intakehub.simulators.website;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes letters as the platforms do that answer in JSON. */
final class SiteJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SiteJson() {}

    /** Upper-case names, milliseconds, an address that is an array in text. */
    static String trs(List<SiteLetter> letters) {
        var answer = JSON.createObjectNode().put("statusCode", 200).put("message", "ok");
        var rows = answer.putObject("datas").putArray("data");
        letters.forEach(letter -> {
            var row = rows.addObject()
                    .put("METADATAID", letter.id())
                    .put("TITLE", letter.matter().title())
                    .put("CONTENT", letter.matter().text())
                    .put("SUBMITTIME", letter.at().toEpochMilli())
                    .put("PUBLISHURL", "[\"/hd/t" + letter.id() + ".html\"]");
            var replies = row.putArray("REPLYS");
            letter.answer().ifPresent(reply -> {
                row.put("REPLYTIME", reply.at().toEpochMilli());
                replies.addObject().put("CONTENT", reply.text());
            });
        });
        return answer.toString();
    }

    /** Names as one site could have them, seconds. */
    static String hdjlpt(List<SiteLetter> letters) {
        var answer = JSON.createObjectNode().put("code", 0);
        var rows = answer.putObject("data").putArray("list");
        letters.forEach(letter -> {
            var row = rows.addObject()
                    .put("letter_id", letter.id())
                    .put("subject", letter.matter().title())
                    .put("body", letter.matter().text())
                    .put("created", letter.at().getEpochSecond());
            letter.answer()
                    .ifPresent(reply -> row.put("answer", reply.text())
                            .put("answer_time", reply.at().getEpochSecond())
                            .put("unit", reply.unit()));
        });
        return answer.toString();
    }
}
