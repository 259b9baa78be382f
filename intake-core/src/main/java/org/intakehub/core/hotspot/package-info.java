/** Hot spots: when more different citizens tell the same at the same place than is usual there. */
@NullMarked
package org.intakehub.core.hotspot;

import org.jspecify.annotations.NullMarked;
