@NullMarked
package org.intakehub.core.hotspot;

import org.jspecify.annotations.NullMarked;
