/** What units do with their work orders by message: through the same desks as by page and REST, once for each message, and answered. */
@NullMarked
package org.intakehub.gateway.action;

import org.jspecify.annotations.NullMarked;
