package org.intakehub.core.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a CSV text apart: a header, one row a line, cells in quotes where they hold commas, comments after {@code #}. */
final class CsvText {
    private final RuleFile file;
    private final List<String> lines;
    private final Problems problems;

    CsvText(RuleFile file, String text, Problems problems) {
        this.file = file;
        this.lines = text.lines().toList();
        this.problems = problems;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        for (int index = 0; index < lines.size(); index++) {
            String line = index == 0 ? withoutByteOrderMark(lines.get(0)) : lines.get(index);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(line, index + 1);
            if (header.isEmpty()) {
                header = cells;
                if (!header.equals(file.columns())) {
                    problems.add(
                            file.fileName(),
                            index + 1,
                            "the header is " + String.join(",", header) + "; expected "
                                    + String.join(",", file.columns()));
                    return List.of();
                }
            } else {
                row(header, cells, index + 1, rows);
            }
        }
        if (rows.isEmpty()) {
            problems.add(file.fileName(), "has no rows; expected a header and at least one");
        }
        return rows;
    }

    private void row(List<String> header, List<String> cells, int line, List<Row> rows) {
        if (cells.size() > header.size()) {
            problems.add(
                    file.fileName(),
                    line,
                    "has " + cells.size() + " cells; expected " + header.size() + " (" + String.join(",", header)
                            + "), with quotes around a cell that holds a comma");
            return;
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int cell = 0; cell < header.size(); cell++) {
            byColumn.put(header.get(cell), cell < cells.size() ? cells.get(cell) : "");
        }
        rows.add(new Row(file.fileName(), line, byColumn, problems));
    }

    private List<String> cells(String line, int number) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        if (quoted) {
            problems.add(file.fileName(), number, "a quote is not closed; expected a second \" in the same line");
        }
        return cells;
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\ufeff") ? line.substring(1) : line;
    }
}
