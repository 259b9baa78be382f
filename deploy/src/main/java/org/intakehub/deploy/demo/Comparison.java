package org.intakehub.deploy.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Holds the hub's report against the published one, figure by figure. */
final class Comparison {
    private final List<String> differences = new ArrayList<>();

    /** Prints the hub's table and notes what differs. */
    void channels(JsonNode report) {
        System.out.printf("%-18s %10s %8s %10s %8s%n", "channel", "accepted", "share", "closed", "rate");
        for (var line : PublishedReport.LINES) {
            var found = channel(report, line.channel());
            print(line.channel(), found);
            expect(line.name(), String.valueOf(line.cases()), whole(found, "accepted"));
            expect(line.name() + " share", line.share(), percent(found, "share"));
        }
        var total = report.path("total");
        print("total", total);
        expect(
                "channels",
                String.valueOf(PublishedReport.LINES.size()),
                String.valueOf(report.path("channels").size()));
        expect("accepted", String.valueOf(PublishedReport.accepted()), whole(total, "accepted"));
        expect("closed", String.valueOf(PublishedReport.CLOSED), whole(total, "closed"));
        expect("closed rate", PublishedReport.CLOSED_RATE, percent(total, "closedRate"));
    }

    /** The page shows the same figures as people read them, in the table's order. */
    void page(String html) {
        var at = 0;
        for (var line : PublishedReport.LINES) {
            at = after(html, at, ">" + String.format(Locale.ROOT, "%,d", line.cases()) + "<", line.name());
            at = after(html, at, line.share() + " %", line.name());
        }
        for (var sum : new String[] {
            String.format(Locale.ROOT, ">%,d<", PublishedReport.accepted()),
            "100.00 %",
            String.format(Locale.ROOT, ">%,d<", PublishedReport.CLOSED),
            PublishedReport.CLOSED_RATE + " %"
        }) {
            at = after(html, at, sum, "the total");
        }
    }

    private int after(String html, int from, String figure, String where) {
        var found = html.indexOf(figure, from);
        if (found < 0) {
            differences.add("the page does not show " + figure + " for " + where);
            return from;
        }
        return found + figure.length();
    }

    void exported(long rows) {
        expect("exported rows", String.valueOf(PublishedReport.accepted()), String.valueOf(rows));
    }

    private void expect(String what, String published, String found) {
        if (!published.equals(found)) {
            differences.add(what + ": published " + published + ", the hub says " + found);
        }
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    private static JsonNode channel(JsonNode report, String channel) {
        for (var one : report.path("channels")) {
            if (one.path("channel").asString("").equals(channel)) {
                return one;
            }
        }
        return report.path("missing");
    }

    private static void print(String name, JsonNode line) {
        System.out.printf(
                "%-18s %10s %8s %10s %8s%n",
                name,
                whole(line, "accepted"),
                percent(line, "share"),
                whole(line, "closed"),
                percent(line, "closedRate"));
    }

    static String whole(JsonNode line, String field) {
        return String.valueOf(line.path(field).asLong(-1));
    }

    static String percent(JsonNode line, String field) {
        return String.format(Locale.ROOT, "%.2f", line.path(field).asDouble(-1));
    }
}
