/** Asking citizens whether their matter is solved, and what follows from what they say (R8, R13). */
@NullMarked
package org.intakehub.gateway.followup;

import org.jspecify.annotations.NullMarked;
