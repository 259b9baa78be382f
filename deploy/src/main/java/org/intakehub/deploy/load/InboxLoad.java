package org.intakehub.deploy.load;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.intakehub.deploy.hub.Administrator;
import org.intakehub.deploy.hub.HubDatabase;
import org.intakehub.deploy.hub.HubProcess;
import org.intakehub.deploy.hub.HubSetup;
import org.intakehub.deploy.hub.Visitor;

/** How long the inbox's pages take with a full archive: rendered, over HTTP, by somebody who is logged in. */
final class InboxLoad {
    private static final int CALLS = 200;
    private static final int WARM_UP = 60;
    /** Common and rare words, a name, numbers, and what nobody wrote. */
    private static final List<String> WORDS =
            List.of("路灯", "占道", "垃圾", "积水", "噪音扰民", "东风路", "王安宁", "00000012345", "1000777", "没有人写过这句话", "下水道 堵塞", "摊贩");

    private final int cases;
    private final HubSetup setup = HubSetup.fresh("load-inbox");

    private InboxLoad(int cases) {
        this.cases = cases;
    }

    public static void main(String[] arguments) throws Exception {
        new InboxLoad(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000).run();
    }

    private void run() throws Exception {
        try (var hub = HubProcess.start(setup)) {
            System.out.printf(
                    Locale.ROOT, "hub ready after %.1f s%n", hub.awaitReady().toMillis() / 1e3);
            var database = HubDatabase.in(setup.data());
            var start = System.nanoTime();
            new Archive(database).fill(cases);
            System.out.printf(Locale.ROOT, "%d cases filled in %.0f s%n", cases, (System.nanoTime() - start) / 1e9);
            var visitor = Visitor.of(setup.port(), Administrator.of(setup, "load"));
            var ids = database.column("select id from case_file tablesample system (1) limit " + CALLS);
            var cursors = cursors(visitor);
            var list = measure(visitor, "list", i -> i % 4 == 0 ? "/cases" : narrowed(i, cursors));
            var one = measure(visitor, "case", i -> "/cases/" + ids.get(i % ids.size()));
            var search = measure(visitor, "search", i -> "/cases?q=" + encoded(WORDS.get(i % WORDS.size())));
            var counts = measure(visitor, "counts", i -> "/cases/counts");
            System.out.printf(
                    Locale.ROOT,
                    "cases=%d list_p95_ms=%.1f case_p95_ms=%.1f search_p95_ms=%.1f counts_p95_ms=%.1f%n",
                    cases,
                    list,
                    one,
                    search,
                    counts);
        }
    }

    /** Filters that an operator sets, and further pages. */
    private static String narrowed(int call, List<String> cursors) {
        return switch (call % 8) {
            case 1 -> "/cases?view=UNSURE";
            case 2 -> "/cases?channel=mayor-mailbox";
            case 3 -> "/cases?state=CLOSED";
            case 5 -> "/cases?category=03";
            case 6 -> "/cases?view=LATE";
            default -> "/cases?part=rows&after=" + cursors.get(call % cursors.size());
        };
    }

    /** Places a few pages further down each time. */
    private static List<String> cursors(Visitor visitor) throws IOException, InterruptedException {
        var cursors = new ArrayList<String>();
        var next = Pattern.compile("after=([\\w-]+)");
        var address = "/cases?part=rows&size=500";
        for (var page = 0; page < 5; page++) {
            var found = next.matcher(visitor.get(address));
            if (!found.find()) {
                break;
            }
            cursors.add(found.group(1));
            address = "/cases?part=rows&size=500&after=" + found.group(1);
        }
        return cursors;
    }

    private static double measure(Visitor visitor, String what, IntFunction<String> address)
            throws IOException, InterruptedException {
        for (var call = 0; call < WARM_UP; call++) {
            visitor.get(address.apply(call));
        }
        var nanos = new long[CALLS];
        for (var call = 0; call < CALLS; call++) {
            var start = System.nanoTime();
            visitor.get(address.apply(call));
            nanos[call] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-7s p50 %6.1f ms  p95 %6.1f ms  slowest %6.1f ms%n",
                what,
                nanos[CALLS / 2] / 1e6,
                nanos[CALLS * 95 / 100] / 1e6,
                nanos[CALLS - 1] / 1e6);
        return nanos[CALLS * 95 / 100] / 1e6;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
