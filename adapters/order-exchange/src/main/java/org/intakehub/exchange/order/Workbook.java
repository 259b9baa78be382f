package org.intakehub.exchange.order;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;

/** Orders in the visible sheets of an XLSX workbook. */
final class Workbook {
    /** Bytes that a workbook may have when it is unpacked. */
    private static final long LARGEST = 64L << 20;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Workbook() {}

    static OrderFiles.Found read(Payload body, OrderNames names) {
        measure(body);
        var sheets = new ArrayList<OrderRows>();
        try (var workbook = new ReadableWorkbook(body.open(), new ReadingOptions(true, true))) {
            for (var sheet : workbook.getSheets()
                    .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                    .toList()) {
                sheets.add(rows(sheet, names));
            }
        } catch (IOException | RuntimeException e) {
            // its message may quote a cell
            throw new MalformedMessage("the file is no workbook that can be read");
        }
        return found(sheets);
    }

    private static OrderRows rows(Sheet sheet, OrderNames names) throws IOException {
        var rows = new OrderRows(names);
        try (var stream = sheet.openStream()) {
            stream.forEach(row -> rows.add(cells(row)));
        }
        return rows;
    }

    private static OrderFiles.Found found(List<OrderRows> sheets) {
        var notes = new ArrayList<String>();
        var orders = sheets.stream().flatMap(rows -> rows.orders().stream()).toList();
        sheets.stream()
                .flatMap(rows -> rows.unknown().stream())
                .distinct()
                .forEach(name -> notes.add("column not known, kept: " + name));
        if (sheets.stream().anyMatch(rows -> !rows.hasHead() && !rows.isEmpty())) {
            notes.add("a sheet without known columns was left out");
        }
        if (sheets.stream().noneMatch(OrderRows::hasHead)) {
            throw new MalformedMessage("the workbook has no row with known columns");
        }
        return new OrderFiles.Found(orders, notes);
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(Workbook::text).orElse("").strip());
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? TIME.format(date(cell)) : number(cell.asNumber());
        }
        return cell.getType() == CellType.ERROR ? "" : String.valueOf(cell.getText());
    }

    private static LocalDateTime date(Cell cell) {
        // Excel rounds what it shows, and so must whoever reads 0.9999999
        return cell.asDate().plusNanos(500_000_000).withNano(0);
    }

    private static boolean isDate(Cell cell) {
        var format = cell.getDataFormatString();
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").matches("(?i).*[ymdhs年月日时].*")
                && !format.equalsIgnoreCase("General");
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Unpacks the archive once without keeping it, so that nothing larger is ever kept. */
    private static void measure(Payload body) {
        var buffer = new byte[8192];
        var total = 0L;
        try (var zip = new ZipInputStream(body.open())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += read;
                    if (total > LARGEST) {
                        throw new MalformedMessage("the workbook is larger than it may be");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedMessage("the file is no workbook", e);
        }
    }
}
