/** Stage fetch: brings attachments that are only linked, from allowed hosts only. */
@NullMarked
package org.intakehub.gateway.fetch;

import org.jspecify.annotations.NullMarked;
