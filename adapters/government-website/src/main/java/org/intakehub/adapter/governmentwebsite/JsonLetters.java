package org.intakehub.adapter.governmentwebsite;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.PlainText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads letters that a platform lists as JSON, whatever it calls their fields. */
record JsonLetters(FieldMap fields, URI site) {
    /** The letters of a list; one without a number stays in it, so that somebody sees it. */
    List<Site.Entry> entries(JsonNode rows) {
        return rows.valueStream()
                .map(row -> new Site.Entry(fields.text(row, FieldMap.ID).orElse(""), row))
                .toList();
    }

    /** @throws MalformedMessage if the letter has no number */
    Letter read(JsonNode row) {
        var id = fields.text(row, FieldMap.ID)
                .map(PlainText::line)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new MalformedMessage("the letter has no number where the field map says"));
        var replies = fields.replies(row).stream()
                .flatMap(reply -> fields.reply(reply).stream()
                        .map(text -> new Letter.Reply(
                                text,
                                fields.text(reply, FieldMap.REPLIED).or(() -> fields.text(row, FieldMap.REPLIED)),
                                fields.text(reply, FieldMap.REPLY_DEPARTMENT)
                                        .or(() -> fields.text(row, FieldMap.REPLY_DEPARTMENT)))))
                .toList();
        return new Letter(
                id,
                fields.text(row, FieldMap.TITLE).orElse(""),
                fields.text(row, FieldMap.CONTENT).orElse(""),
                fields.text(row, FieldMap.SUBMITTED),
                fields.text(row, FieldMap.NAME),
                fields.text(row, FieldMap.DEPARTMENT),
                fields.text(row, FieldMap.PUBLIC),
                fields.text(row, FieldMap.URL).flatMap(this::address),
                replies,
                fields.others(row),
                List.of());
    }

    /** An address comes plain, relative to the site, or as an array in text. */
    private Optional<URI> address(String written) {
        var plain = written.strip();
        if (plain.startsWith("[")) {
            try {
                plain = JsonMapper.shared().readTree(plain).path(0).asString("");
            } catch (JacksonException e) {
                return Optional.empty();
            }
        }
        return Links.absolute(site, plain);
    }
}
