/** Outages: which matters an announced or sudden interruption of supply explains, and by which signs. */
@NullMarked
package org.intakehub.core.outage;

import org.jspecify.annotations.NullMarked;
