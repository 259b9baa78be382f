package org.intakehub.gateway.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1"})
    void whatWouldBeAFormulaBecomesText(String cell) {
        assertThat(CsvSheet.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "路灯", "1=1", "'=1"})
    void everythingElseStaysAsItIs(String cell) {
        assertThat(CsvSheet.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void cellsWithCommasQuotesAndLinesStayOneCell() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = new CsvSheet(out)) {
            sheet.row(List.of("a,b", "\"q\"", "one\ntwo"));
        }

        assertThat(out.toString(UTF_8)).isEqualTo("\uFEFF\"a,b\",\"\"\"q\"\"\",\"one\ntwo\"\r\n");
    }
}
