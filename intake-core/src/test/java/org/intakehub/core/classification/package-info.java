@NullMarked
package org.intakehub.core.classification;

import org.jspecify.annotations.NullMarked;
