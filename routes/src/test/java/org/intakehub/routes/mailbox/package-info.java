/** Mailboxes on a real IMAP server. */
@NullMarked
package org.intakehub.routes.mailbox;

import org.jspecify.annotations.NullMarked;
