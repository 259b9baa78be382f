/** Reads mailboxes by UID and never marks, moves or deletes what it was not told to. */
@NullMarked
package org.intakehub.routes.mailbox;

import org.jspecify.annotations.NullMarked;
