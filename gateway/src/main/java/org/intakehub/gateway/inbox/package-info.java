/** What people see of the cases, and of what did not become one; the same under {@code /api/v1} for machines. */
@NullMarked
package org.intakehub.gateway.inbox;

import org.jspecify.annotations.NullMarked;
