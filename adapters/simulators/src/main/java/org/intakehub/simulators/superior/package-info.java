/** Plays a superior platform over loopback: orders that wait for a signature, and results that it is told. */
@NullMarked
package org.intakehub.simulators.superior;

import org.jspecify.annotations.NullMarked;
