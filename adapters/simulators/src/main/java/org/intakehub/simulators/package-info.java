/** The far ends of the channels, speaking the real wire formats with invented content. */
@NullMarked
package org.intakehub.simulators;

import org.jspecify.annotations.NullMarked;
