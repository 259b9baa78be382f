package org.intakehub.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Every figure, kind of row and column has its words; that both languages have the same is another test's. */
class ReportWordsTest {
    private final ResourceBundle texts = ResourceBundle.getBundle("texts");

    @Test
    void everyFigureAndColumnHasAText() {
        assertThat(texts.keySet())
                .contains(keys("report.figure", Figure.values()))
                .contains(keys("report.of", Cohort.values()))
                .contains(keys("report.at", Cohort.values()))
                .contains(keys("report.column", Column.values()))
                .contains("report.state.OPEN", "report.state.CLOSED", "report.state.ANSWERED_DIRECTLY")
                .contains("report.state.TRANSFERRED", "report.state.NOT_ACCEPTED")
                .contains("report.channels", "report.indicators", "report.units", "report.operators")
                .contains("report.ranking", "report.agenda");
    }

    private static String[] keys(String group, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> group + "." + value.name()).toArray(String[]::new);
    }
}
