/** The verbs and envelopes in which platforms exchange orders, after the open interface of digital urban management. */
@NullMarked
package org.intakehub.exchange.wire;

import org.jspecify.annotations.NullMarked;
