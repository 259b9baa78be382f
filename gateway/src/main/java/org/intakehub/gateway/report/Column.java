package org.intakehub.gateway.report;

/** What an exported row tells of a case, in this order. */
enum Column {
    NUMBER,
    CHANNEL,
    ACCEPTED,
    TITLE,
    CATEGORY,
    DIVISION,
    UNIT,
    STATE,
    SETTLED,
    MERGED_INTO,
    LATE,
    RETURNED,
    REWORKED,
    SATISFACTION,
    CITIZEN,
    PHONES
}
