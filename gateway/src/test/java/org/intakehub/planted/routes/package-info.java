/** Planted violations of the rules of routes. */
@NullMarked
package org.intakehub.planted.routes;

import org.jspecify.annotations.NullMarked;
