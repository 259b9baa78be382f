/** Who is asking: people with a password, machines with a key, and what role they have. */
@NullMarked
package org.intakehub.gateway.account;

import org.jspecify.annotations.NullMarked;
