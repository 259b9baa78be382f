/** Operating the channels: how each source fares, what it brings in, pausing it, and holding it against its far end. */
@NullMarked
package org.intakehub.gateway.channel;

import org.jspecify.annotations.NullMarked;
