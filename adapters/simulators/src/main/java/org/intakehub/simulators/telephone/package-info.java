/** A telephone switch. */
@NullMarked
package org.intakehub.simulators.telephone;

import org.jspecify.annotations.NullMarked;
