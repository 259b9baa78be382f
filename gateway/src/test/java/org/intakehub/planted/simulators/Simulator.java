package org.intakehub.planted.simulators;

/** A simulated far end. */
public record Simulator(String name) {}
