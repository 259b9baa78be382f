package org.intakehub.planted.core;

/** Nobody knows what this is for. */
record PlantedHelper() {}
