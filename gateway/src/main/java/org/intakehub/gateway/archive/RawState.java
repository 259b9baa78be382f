package org.intakehub.gateway.archive;

/** What became of a raw message; its receipt tells the same. */
public enum RawState {
    /** Archived, not yet read. */
    RECEIVED,
    /** Its messages are in cases. */
    FILED,
    /** It can never be read as it is: a person looks. */
    QUARANTINED,
    /** A machine's mail: kept, but no case. */
    PARKED,
    /** A person decided that nothing comes of it. */
    DISCARDED
}
