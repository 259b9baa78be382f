/** What the author of a channel writes against: an adapter translates; the road does the asking, waiting and storing. */
@NullMarked
package org.intakehub.core.channel;

import org.jspecify.annotations.NullMarked;
