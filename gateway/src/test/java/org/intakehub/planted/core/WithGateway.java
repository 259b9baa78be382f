package org.intakehub.planted.core;

import org.intakehub.planted.gateway.one.Feature;

/** Core that knows the application. */
record WithGateway(Feature feature) {}
