/** Tests of the mayor's mailbox, with mails made up for them. */
@NullMarked
package org.intakehub.adapter.mayormailbox;

import org.jspecify.annotations.NullMarked;
