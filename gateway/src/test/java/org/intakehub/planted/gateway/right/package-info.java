/** The other half of a planted cycle. */
@NullMarked
package org.intakehub.planted.gateway.right;

import org.jspecify.annotations.NullMarked;
