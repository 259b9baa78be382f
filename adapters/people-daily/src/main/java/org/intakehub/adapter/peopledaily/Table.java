package org.intakehub.adapter.peopledaily;

import java.util.List;
import org.intakehub.core.channel.MalformedMessage;

/** A list as rows of text below their headers; no row is longer than the headers. */
record Table(List<String> headers, List<List<String>> rows) {
    Table {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /** @throws MalformedMessage if there is nothing to be a header, or a row has cells beyond the headers */
    static Table of(List<List<String>> lines) {
        if (lines.isEmpty()) {
            throw new MalformedMessage("the list is empty");
        }
        var headers = lines.get(0);
        var rows = lines.subList(1, lines.size());
        if (rows.stream().anyMatch(row -> row.size() > headers.size())) {
            throw new MalformedMessage("a row of the list is longer than its headers");
        }
        return new Table(headers, rows);
    }
}
