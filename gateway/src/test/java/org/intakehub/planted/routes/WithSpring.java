package org.intakehub.planted.routes;

import org.springframework.core.env.Environment;

/** A route that reads the application's settings. */
record WithSpring(Environment environment) {}
