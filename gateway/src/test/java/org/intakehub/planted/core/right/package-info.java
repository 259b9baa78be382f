/** The other half of a planted cycle. */
@NullMarked
package org.intakehub.planted.core.right;

import org.jspecify.annotations.NullMarked;
