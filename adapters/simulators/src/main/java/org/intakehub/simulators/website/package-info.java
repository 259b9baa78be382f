/** A government website as the hub meets it, on each of the platforms that are known. */
@NullMarked
package org.intakehub.simulators.website;

import org.jspecify.annotations.NullMarked;
