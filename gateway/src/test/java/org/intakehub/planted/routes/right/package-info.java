/** The other half of a planted cycle. */
@NullMarked
package org.intakehub.planted.routes.right;

import org.jspecify.annotations.NullMarked;
