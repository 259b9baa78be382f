/** One half of a planted cycle. */
@NullMarked
package org.intakehub.planted.routes.left;

import org.jspecify.annotations.NullMarked;
