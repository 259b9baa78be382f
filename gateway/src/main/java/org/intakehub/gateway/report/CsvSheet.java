package org.intakehub.gateway.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as spreadsheets read it: UTF-8 with its mark, and an apostrophe before whatever they would take for a formula. */
final class CsvSheet implements Sheet {
    private static final char MARK = '\uFEFF';
    /** The last two are skipped by spreadsheets, which then look at what follows. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CSVPrinter printer;

    CsvSheet(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, UTF_8);
        writer.write(MARK);
        this.printer = new CSVPrinter(writer, CSVFormat.EXCEL);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvSheet::harmless).toList());
    }

    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
