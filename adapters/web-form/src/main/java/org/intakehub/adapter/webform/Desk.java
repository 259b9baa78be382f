package org.intakehub.adapter.webform;

/** Desks of the city that citizens write to by a form. */
public enum Desk {
    GOVERNMENT_WEBSITE,
    MAYOR_MAILBOX
}
