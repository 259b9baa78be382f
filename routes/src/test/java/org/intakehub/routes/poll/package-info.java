/** Far ends that are asked over HTTP. */
@NullMarked
package org.intakehub.routes.poll;

import org.jspecify.annotations.NullMarked;
