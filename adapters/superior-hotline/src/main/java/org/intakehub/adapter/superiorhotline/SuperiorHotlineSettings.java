package org.intakehub.adapter.superiorhotline;

import java.util.List;
import java.util.Map;
import org.intakehub.exchange.cipher.Signing;
import org.intakehub.exchange.order.Exchange;
import org.intakehub.exchange.order.OrderNames;
import org.jspecify.annotations.Nullable;

/**
 * How orders of one superior hotline come in. A setting that is not given takes its default.
 *
 * @param exchange the interface that is asked; none: orders come as files, and results are entered by hand
 * @param signing how calls prove where they come from
 * @param fields further names of an order's fields, such as {@code superior-number}, in files and in the interface
 * @param originCodes what each code of an order's origin means
 * @param typeCodes what each code of an order's type means
 */
public record SuperiorHotlineSettings(
        @Nullable Exchange exchange,
        @Nullable Signing signing,
        Map<String, List<String>> fields,
        Map<String, String> originCodes,
        Map<String, String> typeCodes) {

    /** Codes that public exports of hotlines use. */
    private static final Map<String, String> ORIGINS =
            Map.of("1", "来电", "2", "邮件", "3", "传真", "4", "短信", "8", "网上", "9", "来信", "10", "微信", "12", "省12345");

    private static final Map<String, String> TYPES =
            Map.of("1", "咨询", "2", "求助", "3", "建议", "4", "投诉", "5", "举报", "6", "表扬", "7", "其他");

    public SuperiorHotlineSettings {
        fields = Map.copyOf(given(fields, Map.of()));
        originCodes = Map.copyOf(given(originCodes, ORIGINS));
        typeCodes = Map.copyOf(given(typeCodes, TYPES));
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
