package org.intakehub.adapter.peopledaily;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;

/** Reads the first sheet of an XLSX workbook; one that would swell is not unpacked. */
final class Workbooks {
    private static final int MOST_BYTES = 24 << 20;
    private static final int MOST_COLUMNS = 200;
    private static final int CHUNK = 1 << 16;

    private Workbooks() {}

    /** @throws MalformedMessage if the bytes are no workbook, or one too large */
    static Table read(Payload body) {
        measure(body);
        try (var workbook = new ReadableWorkbook(body.open());
                var rows = workbook.getFirstSheet().openStream()) {
            var lines = new ArrayList<List<String>>();
            rows.limit(Tables.MOST_ROWS + 2L).map(Workbooks::cells).forEach(lines::add);
            if (lines.size() > Tables.MOST_ROWS + 1) {
                throw new MalformedMessage("the list has more than " + Tables.MOST_ROWS + " rows");
            }
            return Table.of(lines);
        } catch (MalformedMessage e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the library throws what it likes, and quotes cells
            throw new MalformedMessage("the list is no workbook");
        }
    }

    private static List<String> cells(Row row) {
        if (row.getCellCount() > MOST_COLUMNS) {
            throw new MalformedMessage("the list has more than " + MOST_COLUMNS + " columns");
        }
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(Workbooks::text).orElse(""));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().toPlainString();
        }
        var text = cell.getText();
        return text == null ? "" : text;
    }

    /** Unpacks to nowhere, to see how much it is. */
    private static void measure(Payload body) {
        var left = MOST_BYTES;
        var buffer = new byte[CHUNK];
        try (var zip = new ZipInputStream(body.open());
                var nowhere = OutputStream.nullOutputStream()) {
            while (zip.getNextEntry() != null) {
                for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    left -= read;
                    nowhere.write(buffer, 0, read);
                    if (left < 0) {
                        throw new MalformedMessage("the list is larger than a list of this kind can be");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedMessage("the list is no workbook", e);
        }
    }
}
