package org.intakehub.core.classification;

/** What a word says about whether somebody threatens. */
public enum ThreatCue {
    /** Alarms by itself. */
    ALONE,
    /** A grave act; alarms only near an {@link #INTENT}, since citizens also tell of what has happened. */
    ACT,
    /** That somebody means to do it. */
    INTENT,
    /** Tells of the past, of others' deeds or in a figure of speech: takes the force from an act nearby. */
    CALM
}
