package org.intakehub.planted.core;

import java.util.logging.Logger;

/** Logs past the log. */
record WithJavaLogging(Logger log) {}
