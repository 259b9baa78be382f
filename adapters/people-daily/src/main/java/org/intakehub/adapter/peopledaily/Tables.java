package org.intakehub.adapter.peopledaily;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.intakehub.core.channel.FileAdapter;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;

/** Reads the tables of files: CSV in UTF-8 or GB18030, and XLSX. */
final class Tables {
    static final int MOST_ROWS = 100_000;

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** As spreadsheets write it, but a quotation mark that stays open shows that the end is missing. */
    private static final CSVFormat CSV = CSVFormat.EXCEL
            .builder()
            .setLenientEof(false)
            .setTrailingData(false)
            .setIgnoreEmptyLines(true)
            .get();

    private Tables() {}

    /** @throws MalformedMessage if the ending or the bytes are of no table */
    static Table read(RawMessage raw) {
        var name = raw.header(FileAdapter.FILE_NAME).orElse("");
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "csv" -> csv(text(raw.body()));
            case "xlsx" -> Workbooks.read(raw.body());
            default -> throw new MalformedMessage("only files whose names end in csv or xlsx are read");
        };
    }

    private static String text(Payload body) {
        var text = decoded(body, StandardCharsets.UTF_8)
                .or(() -> decoded(body, GB18030))
                .orElseThrow(() -> new MalformedMessage("the list is neither UTF-8 nor GB18030"));
        if (text.indexOf('\0') >= 0) {
            throw new MalformedMessage("the list is no text");
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Optional<String> decoded(Payload body, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(body.bytes())).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Table csv(String text) {
        var lines = new ArrayList<List<String>>();
        try (var parser = CSVParser.parse(text, CSV)) {
            for (var line : parser) {
                if (lines.size() > MOST_ROWS) {
                    throw new MalformedMessage("the list has more than " + MOST_ROWS + " rows");
                }
                lines.add(line.toList());
            }
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            // its message may quote the text
            throw new MalformedMessage("the list is no CSV: a quotation mark is open or misplaced");
        }
        var isShort = lines.size() > 1
                && lines.get(lines.size() - 1).size() < lines.get(0).size();
        if (isShort || text.endsWith(",")) {
            throw new MalformedMessage("the list ends within a row");
        }
        return Table.of(lines);
    }
}
