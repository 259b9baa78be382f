/** Applications that speak Open311. */
@NullMarked
package org.intakehub.simulators.open311;

import org.jspecify.annotations.NullMarked;
