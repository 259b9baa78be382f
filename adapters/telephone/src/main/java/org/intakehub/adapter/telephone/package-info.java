/** The channel telephone. */
@NullMarked
package org.intakehub.adapter.telephone;

import org.jspecify.annotations.NullMarked;
