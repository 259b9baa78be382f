@NullMarked
package org.intakehub.core.rules;

import org.jspecify.annotations.NullMarked;
