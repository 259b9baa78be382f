/** The borders and habits of the whole project, as rules that fail. */
@NullMarked
package org.intakehub.gateway.architecture;

import org.jspecify.annotations.NullMarked;
