/** Pages and addresses, seen from a browser and from a machine. */
@NullMarked
package org.intakehub.gateway.inbox;

import org.jspecify.annotations.NullMarked;
