/** Tests of the channel governor-mailbox. */
@NullMarked
package org.intakehub.adapter.governormailbox;

import org.jspecify.annotations.NullMarked;
