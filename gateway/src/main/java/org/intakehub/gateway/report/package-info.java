/** Reports: what came in and what became of it in a span of time, as it stood at a moment, with the cases behind every figure. */
@NullMarked
package org.intakehub.gateway.report;

import org.jspecify.annotations.NullMarked;
