@NullMarked
package org.intakehub.core.clock;

import org.jspecify.annotations.NullMarked;
