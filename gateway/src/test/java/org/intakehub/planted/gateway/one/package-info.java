/** Planted violations of the rules of the gateway. */
@NullMarked
package org.intakehub.planted.gateway.one;

import org.jspecify.annotations.NullMarked;
