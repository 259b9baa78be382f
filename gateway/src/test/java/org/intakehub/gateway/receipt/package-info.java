/** Receipts and the counting at the door. */
@NullMarked
package org.intakehub.gateway.receipt;

import org.jspecify.annotations.NullMarked;
