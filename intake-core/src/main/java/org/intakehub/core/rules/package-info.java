/** Reads what a city edits (categories, words, divisions, units, who answers for what) and says clearly what is wrong in it. */
@NullMarked
package org.intakehub.core.rules;

import org.jspecify.annotations.NullMarked;
