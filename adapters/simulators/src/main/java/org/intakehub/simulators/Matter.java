package org.intakehub.simulators;

/**
 * What one invented citizen has to say.
 *
 * @param category four digits of the category that a person would file it under
 * @param address where it is
 */
public record Matter(String category, String title, String text, String address, Resident resident) {
    @Override
    public String toString() {
        return "Matter[" + category + "]";
    }
}
