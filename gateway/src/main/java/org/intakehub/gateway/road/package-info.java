/** The main road, put together. */
@NullMarked
package org.intakehub.gateway.road;

import org.jspecify.annotations.NullMarked;
