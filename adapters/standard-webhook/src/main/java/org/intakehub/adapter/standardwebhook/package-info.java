/** Signed pushes of partners: Standard Webhooks 1.0.0 as the envelope, CloudEvents 1.0 or plain JSON as the content. */
@NullMarked
package org.intakehub.adapter.standardwebhook;

import org.jspecify.annotations.NullMarked;
