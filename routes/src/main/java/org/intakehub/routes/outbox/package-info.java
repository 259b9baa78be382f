/** Relays what people and clocks set off from the database to its queue. */
@NullMarked
package org.intakehub.routes.outbox;

import org.jspecify.annotations.NullMarked;
