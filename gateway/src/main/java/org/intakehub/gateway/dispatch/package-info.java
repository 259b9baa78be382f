/** Stage dispatch: work orders for the units that answer for a matter. */
@NullMarked
package org.intakehub.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
