package org.intakehub.planted.gateway.one;

/** A feature of the application. */
public record Feature(String name) {}
