/** A far end that only the demo may see. */
@NullMarked
package org.intakehub.planted.simulators;

import org.jspecify.annotations.NullMarked;
