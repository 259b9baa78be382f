/** How long things may take: policies that a city edits, working days, deadlines that explain themselves. */
@NullMarked
package org.intakehub.core.clock;

import org.jspecify.annotations.NullMarked;
