package org.intakehub.simulators;

/** An invented citizen; {@link #toString()} names nobody, as everywhere else. */
public record Resident(String name, String mail, String phone) {
    @Override
    public String toString() {
        return "Resident";
    }
}
