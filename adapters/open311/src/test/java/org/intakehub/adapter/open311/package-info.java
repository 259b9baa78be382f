/** Tests of the channel open311. */
@NullMarked
package org.intakehub.adapter.open311;

import org.jspecify.annotations.NullMarked;
