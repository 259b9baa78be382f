/** The door for webhooks: admission, receipts, repeated deliveries. */
@NullMarked
package org.intakehub.gateway.receipt;

import org.jspecify.annotations.NullMarked;
