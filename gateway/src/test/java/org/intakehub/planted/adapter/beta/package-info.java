/** A channel that another one must not see. */
@NullMarked
package org.intakehub.planted.adapter.beta;

import org.jspecify.annotations.NullMarked;
