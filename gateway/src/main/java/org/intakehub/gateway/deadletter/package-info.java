/** What failed four times: kept, shown, replayed. */
@NullMarked
package org.intakehub.gateway.deadletter;

import org.jspecify.annotations.NullMarked;
