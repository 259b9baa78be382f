package org.intakehub.planted.adapter.beta;

/** Another channel. */
public record Beta(String name) {}
