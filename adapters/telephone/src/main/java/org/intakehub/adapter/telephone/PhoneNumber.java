package org.intakehub.adapter.telephone;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Numbers as switches show them, made comparable and fit for calling back. */
final class PhoneNumber {
    private static final Set<String> WITHHELD =
            Set.of("anonymous", "unknown", "private", "restricted", "withheld", "null", "none", "未知", "保密", "隐藏");

    private PhoneNumber() {}

    /** The number without country prefix and signs; empty if it is withheld. A landline keeps the zero of its area code. */
    static Optional<String> of(String shown) {
        var text = shown.strip().toLowerCase(Locale.ROOT);
        if (WITHHELD.contains(text)) {
            return Optional.empty();
        }
        var digits =
                text.replaceFirst("^(sips?|tel):", "").replaceFirst("@.*$", "").replaceAll("[\\s()+./-]", "");
        var national = text.contains("+86") || digits.startsWith("0086") ? digits.replaceFirst("^(00)?86", "") : digits;
        // an exchange puts a zero before a mobile from elsewhere
        var mobile = national.replaceFirst("^(86)?0?(?=1[3-9][0-9]{9}$)", "");
        if (!mobile.matches("[0-9*#]{3,20}") || mobile.matches("0+")) {
            return Optional.empty();
        }
        var isBareLandline = !national.equals(digits) && !mobile.startsWith("0") && !mobile.matches("1[3-9][0-9]{9}");
        return Optional.of(isBareLandline ? "0" + mobile : mobile);
    }
}
