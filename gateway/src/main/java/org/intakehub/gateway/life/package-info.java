/** The life of cases and work orders after dispatch: every step with an actor, a time and a reason, and the impossible ones refused. */
@NullMarked
package org.intakehub.gateway.life;

import org.jspecify.annotations.NullMarked;
