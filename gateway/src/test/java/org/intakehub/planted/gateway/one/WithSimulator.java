package org.intakehub.planted.gateway.one;

import org.intakehub.planted.simulators.Simulator;

/** A feature that talks to a simulated far end. */
record WithSimulator(Simulator simulator) {}
