package org.intakehub.gateway.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table on its way out, row by row; every cell is text, whatever it begins with. */
sealed interface Sheet extends Closeable permits CsvSheet, XlsxSheet {
    void row(List<String> cells) throws IOException;

    /** The forms in which tables leave the hub. */
    enum Form {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Form(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        Sheet open(OutputStream out) throws IOException {
            return this == CSV ? new CsvSheet(out) : new XlsxSheet(out);
        }
    }
}
