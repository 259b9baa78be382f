/** Planted violations of the rules of adapters. */
@NullMarked
package org.intakehub.planted.adapter.alpha;

import org.jspecify.annotations.NullMarked;
