/** Who is reached on which channel: contacts, the citizens behind them, and the joins that can be undone. */
@NullMarked
package org.intakehub.gateway.identity;

import org.jspecify.annotations.NullMarked;
