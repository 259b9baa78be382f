/** One half of a planted cycle. */
@NullMarked
package org.intakehub.planted.core.left;

import org.jspecify.annotations.NullMarked;
