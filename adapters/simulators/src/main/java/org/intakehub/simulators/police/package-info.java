/** The dispatch centre of 110, 119 or 120. */
@NullMarked
package org.intakehub.simulators.police;

import org.jspecify.annotations.NullMarked;
