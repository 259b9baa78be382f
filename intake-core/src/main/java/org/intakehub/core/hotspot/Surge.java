package org.intakehub.core.hotspot;

/**
 * More citizens than usual within a span of time.
 *
 * @param citizens different ones
 * @param usual how many were to be expected in that span
 * @param chance that so many come without a cause in common
 */
public record Surge(Span span, int citizens, double usual, double chance) {
    /** How much more than usual came. */
    public double times() {
        return citizens / usual;
    }
}
