package org.intakehub.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTableTest {
    private static final String TEXT = """
            # a comment
            code,name,parent
            0101,甲,乙

            0102,"丙,Ding",戊
            0103,己
            """;

    private final RuleTable table = RuleTable.of(RuleFile.CATEGORIES, TEXT);

    @Test
    void knowsTheLineOfEachRow() {
        assertThat(table.lines())
                .containsExactly(
                        new RuleTable.Line(3, List.of("0101", "甲", "乙")),
                        new RuleTable.Line(5, List.of("0102", "丙,Ding", "戊")),
                        new RuleTable.Line(6, List.of("0103", "己", "")));
    }

    @Test
    void findsWordsInAnyColumnAndCase() {
        assertThat(table.find(" ding ", 0, 10))
                .extracting(RuleTable.Line::number)
                .containsExactly(5);
        assertThat(table.find("", 3, 1)).extracting(RuleTable.Line::number).containsExactly(5);
        assertThat(table.find("没有", 0, 10)).isEmpty();
    }

    @Test
    void aTextWithAnotherHeaderHasNoRows() {
        assertThat(RuleTable.of(RuleFile.UNITS, TEXT).lines()).isEmpty();
    }
}
