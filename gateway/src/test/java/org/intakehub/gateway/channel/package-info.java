/** Tests of what is watched over the sources. */
@NullMarked
package org.intakehub.gateway.channel;

import org.jspecify.annotations.NullMarked;
