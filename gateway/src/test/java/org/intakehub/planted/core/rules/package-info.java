/** A place that adapters must not see. */
@NullMarked
package org.intakehub.planted.core.rules;

import org.jspecify.annotations.NullMarked;
