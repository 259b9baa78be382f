/** Who answers for a matter: the responsible department and the unit of the place (R10). */
@NullMarked
package org.intakehub.core.dispatch;

import org.jspecify.annotations.NullMarked;
