/** Stages on a real broker, and stand-ins for what surrounds them. */
@NullMarked
package org.intakehub.routes.stage;

import org.jspecify.annotations.NullMarked;
