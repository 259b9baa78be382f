package org.intakehub.planted.core.rules;

/** A rule of the city. */
public record CityRule(String name) {}
