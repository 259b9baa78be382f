/** Names, numbers and tokens of a case, and the states of its life. */
@NullMarked
package org.intakehub.core.casefile;

import org.jspecify.annotations.NullMarked;
