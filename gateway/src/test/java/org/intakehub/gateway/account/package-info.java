/** Who may log in, and how. */
@NullMarked
package org.intakehub.gateway.account;

import org.jspecify.annotations.NullMarked;
