/** What happened to a case: appended, never changed. */
@NullMarked
package org.intakehub.gateway.history;

import org.jspecify.annotations.NullMarked;
