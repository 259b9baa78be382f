/** The door for platforms that call the hub: a capped body, a durable send, and only then a receipt. */
@NullMarked
package org.intakehub.routes.webhook;

import org.jspecify.annotations.NullMarked;
