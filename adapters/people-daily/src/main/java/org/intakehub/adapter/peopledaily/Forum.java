package org.intakehub.adapter.peopledaily;

/** A leader's or a ministry's part of the board. */
record Forum(String fid, boolean ministry) {}
