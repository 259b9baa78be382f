/** What a matter is about, where it is and how pressing: read from the citizen's words by rules that a city edits. */
@NullMarked
package org.intakehub.core.classification;

import org.jspecify.annotations.NullMarked;
