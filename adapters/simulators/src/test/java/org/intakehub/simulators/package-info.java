@NullMarked
package org.intakehub.simulators;

import org.jspecify.annotations.NullMarked;
