/** The duty room of an emergency office. */
@NullMarked
package org.intakehub.simulators.emergency;

import org.jspecify.annotations.NullMarked;
