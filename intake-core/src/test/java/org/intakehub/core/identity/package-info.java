/** Tests of the rules by which contacts are one citizen. */
@NullMarked
package org.intakehub.core.identity;

import org.jspecify.annotations.NullMarked;
