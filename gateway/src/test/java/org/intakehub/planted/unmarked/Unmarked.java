package org.intakehub.planted.unmarked;

/** Its package says nothing of nulls. */
record Unmarked(String text) {}
