package org.intakehub.exchange.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Turns rows of cells into orders: the first row in which columns are known by their names is the head of those that follow. */
final class OrderRows {
    /** Exports have a title, a date and the like above their columns. */
    private static final int DEEPEST_HEAD = 20;

    private static final int FEWEST_KNOWN = 2;

    private final OrderNames names;
    private final List<Map<String, String>> orders = new ArrayList<>();
    private final TreeSet<String> unknown = new TreeSet<>();
    private List<String> head = List.of();
    private int rows;

    OrderRows(OrderNames names) {
        this.names = names;
    }

    void add(List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (head.isEmpty()) {
            look(cells);
        } else if (!headOf(cells).equals(Optional.of(head))) {
            orders.add(order(cells));
        }
    }

    /** Whether a head was found. */
    boolean hasHead() {
        return !head.isEmpty();
    }

    boolean isEmpty() {
        return rows == 0;
    }

    List<Map<String, String>> orders() {
        return orders;
    }

    /** Names of columns that nobody knows; they are in the head, so no citizen's word is among them. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    private void look(List<String> cells) {
        if (rows++ < DEEPEST_HEAD) {
            headOf(cells).ifPresent(found -> {
                head = found;
                found.stream().filter(name -> !names.knows(name)).forEach(unknown::add);
            });
        }
    }

    private Optional<List<String>> headOf(List<String> cells) {
        var found = new ArrayList<String>();
        for (var cell : cells) {
            var name = OrderNames.plain(cell);
            var number = found.size() + 1;
            found.add(name.isEmpty() || found.contains(name) ? "column " + number : name);
        }
        return found.stream().filter(names::knows).count() >= FEWEST_KNOWN ? Optional.of(found) : Optional.empty();
    }

    private Map<String, String> order(List<String> cells) {
        var order = new LinkedHashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            var name = i < head.size() ? head.get(i) : "column " + (i + 1);
            if (!cells.get(i).isBlank()) {
                order.put(name, cells.get(i));
            }
        }
        return order;
    }
}
