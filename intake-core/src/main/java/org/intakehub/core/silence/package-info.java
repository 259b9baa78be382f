/** When the silence of a source is longer than its own habits explain. */
@NullMarked
package org.intakehub.core.silence;

import org.jspecify.annotations.NullMarked;
