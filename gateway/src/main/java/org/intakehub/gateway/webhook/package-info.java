/** Events of units on their way to the units' own endpoints: signed, tried again and again, and every attempt kept. */
@NullMarked
package org.intakehub.gateway.webhook;

import org.jspecify.annotations.NullMarked;
