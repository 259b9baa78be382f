@NullMarked
package org.intakehub.core.casefile;

import org.jspecify.annotations.NullMarked;
