package org.intakehub.adapter.governormailbox;

import java.util.List;
import java.util.Map;
import org.intakehub.exchange.cipher.Signing;
import org.intakehub.exchange.order.Exchange;
import org.intakehub.exchange.order.OrderNames;
import org.jspecify.annotations.Nullable;

/**
 * How orders of the province come in. A setting that is not given takes its default.
 *
 * @param exchange the interface that is asked; none: orders come as files, and results are entered by hand
 * @param signing how calls prove where they come from
 * @param fields further names of an order's fields, such as {@code superior-number}, in files and in the interface
 * @param originCodes what each code of an order's origin means
 * @param typeCodes what each code of an order's type means
 */
public record GovernorMailboxSettings(
        @Nullable Exchange exchange,
        @Nullable Signing signing,
        Map<String, List<String>> fields,
        Map<String, String> originCodes,
        Map<String, String> typeCodes) {

    public GovernorMailboxSettings {
        fields = Map.copyOf(given(fields, Map.of()));
        originCodes = Map.copyOf(given(originCodes, Map.of()));
        typeCodes = Map.copyOf(given(typeCodes, Map.of()));
        if (signing != null && signing.kind() != Signing.Kind.NONE && exchange == null) {
            throw new IllegalArgumentException("signing needs exchange.base-url");
        }
        new OrderNames(fields);
    }

    // the binder of properties passes null for what is not set
    private static <T> T given(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
