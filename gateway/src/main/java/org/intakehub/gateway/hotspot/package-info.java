/** Hot spots: cases counted by kind and place beside the road, warned of, and settled by people. */
@NullMarked
package org.intakehub.gateway.hotspot;

import org.jspecify.annotations.NullMarked;
