package org.intakehub.deploy.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often something was right, and where it was not. */
final class Tally {
    private final String name;
    private final List<String> wrong = new ArrayList<>();
    private int all;

    Tally(String name) {
        this.name = name;
    }

    boolean add(String file, boolean right) {
        all++;
        if (!right) {
            wrong.add(file);
        }
        return right;
    }

    int size() {
        return all;
    }

    int wrong() {
        return wrong.size();
    }

    /** How many were right, of how many. */
    String fraction() {
        return all - wrong.size() + "/" + all;
    }

    /** Share that was right, 1 if nothing was asked. */
    String share() {
        return share(all - wrong.size(), all, 1);
    }

    /** Share that was wrong, 0 if nothing was asked. */
    String wrongShare() {
        return share(wrong.size(), all, 0);
    }

    private static String share(int part, int all, int otherwise) {
        return String.format(Locale.ROOT, "%.4f", all == 0 ? otherwise : (double) part / all);
    }

    @Override
    public String toString() {
        var first = wrong.isEmpty() ? "" : "   not: " + String.join(" ", wrong.subList(0, Math.min(wrong.size(), 12)));
        return String.format(Locale.ROOT, "  %-22s %4d of %4d  %s%s", name, all - wrong.size(), all, share(), first);
    }
}
