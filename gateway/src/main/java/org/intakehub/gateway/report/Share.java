package org.intakehub.gateway.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A part of a whole in per cent with two decimals, as the city's reports have it; none of nothing. */
record Share(long part, long whole) {
    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Optional<BigDecimal> percent() {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP));
    }

    /** Of one, exactly enough for sums of weights. */
    double ratio() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** As pages show it; a dash where nothing was counted. */
    public String text() {
        return percent().map(value -> value.toPlainString() + " %").orElse("–");
    }
}
