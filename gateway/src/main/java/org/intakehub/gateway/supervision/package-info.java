/** Supervision: which units let time run out, urging them, and what leaders of the city write on cases (R9, R12, R14). */
@NullMarked
package org.intakehub.gateway.supervision;

import org.jspecify.annotations.NullMarked;
