/** Tests of what a text names. */
@NullMarked
package org.intakehub.core.mention;

import org.jspecify.annotations.NullMarked;
