package org.intakehub.core.outage;

/** What is cut off or closed. */
public enum OutageKind {
    WATER,
    POWER,
    GAS,
    HEATING,
    NETWORK,
    ROAD
}
