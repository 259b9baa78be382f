/** Tests of the silence alarm. */
@NullMarked
package org.intakehub.core.silence;

import org.jspecify.annotations.NullMarked;
