/** Stage file 立案: archives the raw message, reads it, and opens or joins a case. */
@NullMarked
package org.intakehub.gateway.filing;

import org.jspecify.annotations.NullMarked;
