/** Tests of the counter on the web. */
@NullMarked
package org.intakehub.gateway.counter;

import org.jspecify.annotations.NullMarked;
