/** Outages: registered, held against new cases, answered with their cause, and followed until the last citizen knows that they are over (R21). */
@NullMarked
package org.intakehub.gateway.outage;

import org.jspecify.annotations.NullMarked;
