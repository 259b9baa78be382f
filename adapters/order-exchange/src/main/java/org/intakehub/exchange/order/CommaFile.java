package org.intakehub.exchange.order;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;

/** Orders in CSV, with commas, tabulators or semicolons between its cells. */
final class CommaFile {
    private static final List<Character> DELIMITERS = List.of(',', '\t', ';');

    private CommaFile() {}

    static OrderFiles.Found read(Payload body, OrderNames names) {
        var text = FileText.of(body);
        for (var delimiter : DELIMITERS) {
            var rows = rows(text.text(), delimiter, names);
            if (rows.hasHead()) {
                var notes = new ArrayList<String>();
                if (text.guessed()) {
                    notes.add("charset guessed: GB18030");
                }
                rows.unknown().forEach(name -> notes.add("column not known, kept: " + name));
                return new OrderFiles.Found(rows.orders(), notes);
            }
        }
        throw new MalformedMessage("the file has no row with known columns");
    }

    private static OrderRows rows(String text, char delimiter, OrderNames names) {
        var rows = new OrderRows(names);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .get();
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            for (var line : parser) {
                rows.add(cells(line));
            }
        } catch (IOException | UncheckedIOException e) {
            // its message quotes the text
            throw new MalformedMessage("the file is not CSV");
        }
        return rows;
    }

    private static List<String> cells(CSVRecord line) {
        var cells = new ArrayList<String>();
        line.forEach(cell -> cells.add(unguarded(cell.strip())));
        return cells;
    }

    /** Exports guard long numbers against Excel: {@code ="0551…"}, or an apostrophe in front. */
    private static String unguarded(String cell) {
        if (cell.startsWith("=\"") && cell.endsWith("\"") && cell.length() > 3) {
            return cell.substring(2, cell.length() - 1);
        }
        return cell.matches("'[0-9+]+") ? cell.substring(1) : cell;
    }
}
