@NullMarked
package org.intakehub.core.similar;

import org.jspecify.annotations.NullMarked;
