@NullMarked
package org.intakehub.simulators.website;

import org.jspecify.annotations.NullMarked;
