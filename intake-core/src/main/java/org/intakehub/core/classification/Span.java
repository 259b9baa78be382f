package org.intakehub.core.classification;

/** Where a pattern stands in a folded text: from begin (inclusive) to end (exclusive). */
record Span(int begin, int end) {}
