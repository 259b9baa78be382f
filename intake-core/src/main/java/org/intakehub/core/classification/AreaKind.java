package org.intakehub.core.classification;

/** Whether a place is town or country: the on-site clock depends on it. */
public enum AreaKind {
    URBAN,
    TOWNSHIP,
    UNKNOWN
}
