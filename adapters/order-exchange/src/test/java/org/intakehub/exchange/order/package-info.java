@NullMarked
package org.intakehub.exchange.order;

import org.jspecify.annotations.NullMarked;
