package org.intakehub.exchange.order;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The names under which an order's fields are looked for: a source's own first, then those that are known. */
public final class OrderNames {
    private final Map<OrderField, List<String>> names = new EnumMap<>(OrderField.class);
    private final Set<String> all = new HashSet<>(OrderField.FURTHER);

    /**
     * Names of one source.
     *
     * @param own further names for fields such as {@code superior-number}
     * @throws IllegalArgumentException if there is no such field
     */
    public OrderNames(Map<String, List<String>> own) {
        var settings = Stream.of(OrderField.values()).map(OrderField::setting).toList();
        if (!settings.containsAll(own.keySet())) {
            throw new IllegalArgumentException("fields knows only " + String.join(", ", settings));
        }
        for (var field : OrderField.values()) {
            var list = new ArrayList<>(own.getOrDefault(field.setting(), List.of()));
            list.addAll(field.known());
            names.put(field, List.copyOf(list));
            all.addAll(list);
        }
    }

    List<String> of(OrderField field) {
        return names.getOrDefault(field, List.of());
    }

    /** The first of these names. */
    String any(OrderField field) {
        return of(field).get(0);
    }

    boolean knows(String name) {
        return all.contains(name);
    }

    /** A column's name without what people put around it. */
    static String plain(String header) {
        return header.replaceAll("[\\s\\p{Cc}\\u00a0\\ufeff*＊:：]+|[（(]必填[)）]", "");
    }
}
