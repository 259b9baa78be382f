/** Numbered orders of a higher authority, from files and from pull-and-acknowledge interfaces. */
@NullMarked
package org.intakehub.exchange.order;

import org.jspecify.annotations.NullMarked;
