/** Tests of templates and of the policy of review. */
@NullMarked
package org.intakehub.core.answer;

import org.jspecify.annotations.NullMarked;
