@NullMarked
package org.intakehub.gateway.clock;

import org.jspecify.annotations.NullMarked;
