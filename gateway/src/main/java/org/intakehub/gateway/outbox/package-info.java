/** Hops that people and clocks set off, committed with the change itself. */
@NullMarked
package org.intakehub.gateway.outbox;

import org.jspecify.annotations.NullMarked;
