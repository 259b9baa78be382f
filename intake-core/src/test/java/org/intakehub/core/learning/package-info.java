@NullMarked
package org.intakehub.core.learning;

import org.jspecify.annotations.NullMarked;
