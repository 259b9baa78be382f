package org.intakehub.exchange.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;

/** Reads orders out of files that back offices export. */
final class OrderFiles {
    /** Endings of the files that can be read. */
    static final Set<String> ENDINGS = Set.of("xlsx", "csv", "doc");

    private final OrderNames names;

    /**
     * What a file holds.
     *
     * @param orders name and value of each cell that is not empty
     * @param notes what had to be repaired or was not understood
     */
    record Found(List<Map<String, String>> orders, List<String> notes) {}

    OrderFiles(OrderNames names) {
        this.names = names;
    }

    Found read(String fileName, Payload body) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var found = switch (fileName.contains(".") ? ending : "") {
            case "xlsx" -> Workbook.read(body, names);
            case "csv" -> CommaFile.read(body, names);
            case "doc" -> WordPage.read(body, names);
            default -> throw new MalformedMessage("the file is neither xlsx nor csv nor doc");
        };
        if (found.orders().isEmpty()) {
            throw new MalformedMessage("the file holds no order");
        }
        return found;
    }
}
