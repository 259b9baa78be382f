/** Which matters are the same: fingerprints of what citizens wrote, how alike two are and why, and what may be done about it. */
@NullMarked
package org.intakehub.core.similar;

import org.jspecify.annotations.NullMarked;
