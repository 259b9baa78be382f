/** The configured far ends: which channel each speaks, under which limits, and how it fares. */
@NullMarked
package org.intakehub.gateway.source;

import org.jspecify.annotations.NullMarked;
