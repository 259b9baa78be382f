/** Settings of sources. */
@NullMarked
package org.intakehub.gateway.source;

import org.jspecify.annotations.NullMarked;
