package org.intakehub.core.classification;

/** In which part of a matter a rule looks. */
public enum Where {
    TITLE,
    TEXT,
    BOTH
}
