package org.intakehub.gateway.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** XLSX whose cells are inline texts, which no spreadsheet takes for formulas, and of which nothing is kept in memory. */
final class XlsxSheet implements Sheet {
    /** A worksheet has 1,048,576 rows. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int FLUSHED = 500;

    private final Workbook workbook;
    private Worksheet worksheet;
    private int sheets = 1;
    private int rows;

    XlsxSheet(OutputStream out) throws IOException {
        this.workbook = new Workbook(out, "Intake Hub", "1.0");
        this.worksheet = workbook.newWorksheet("1");
    }

    @Override
    public void row(List<String> cells) throws IOException {
        if (rows == MOST_ROWS) {
            worksheet.finish();
            sheets++;
            worksheet = workbook.newWorksheet(Integer.toString(sheets));
            rows = 0;
        }
        for (var column = 0; column < cells.size(); column++) {
            worksheet.inlineString(rows, column, cells.get(column));
        }
        rows++;
        if (rows % FLUSHED == 0) {
            worksheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
