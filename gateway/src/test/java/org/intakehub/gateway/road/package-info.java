/** The stages one by one on a real database, and the door over real HTTP. */
@NullMarked
package org.intakehub.gateway.road;

import org.jspecify.annotations.NullMarked;
