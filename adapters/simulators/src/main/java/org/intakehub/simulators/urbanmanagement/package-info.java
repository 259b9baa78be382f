/** Plays a site of digital urban management over loopback, in the wire format of its open interface. */
@NullMarked
package org.intakehub.simulators.urbanmanagement;

import org.jspecify.annotations.NullMarked;
