/** Planted violations of the rules of core. */
@NullMarked
package org.intakehub.planted.core;

import org.jspecify.annotations.NullMarked;
