/** One half of a planted cycle. */
@NullMarked
package org.intakehub.planted.gateway.left;

import org.jspecify.annotations.NullMarked;
