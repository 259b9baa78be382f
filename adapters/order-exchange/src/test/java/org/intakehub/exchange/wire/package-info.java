@NullMarked
package org.intakehub.exchange.wire;

import org.jspecify.annotations.NullMarked;
