/** Calls to far ends, made over HTTP. */
@NullMarked
package org.intakehub.routes.call;

import org.jspecify.annotations.NullMarked;
