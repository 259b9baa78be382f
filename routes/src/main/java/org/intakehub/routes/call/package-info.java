/** Calls to far ends on behalf of adapters: made once, with the channel's token and signature in place. */
@NullMarked
package org.intakehub.routes.call;

import org.jspecify.annotations.NullMarked;
