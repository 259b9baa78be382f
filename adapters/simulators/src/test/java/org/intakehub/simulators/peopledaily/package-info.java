@NullMarked
package org.intakehub.simulators.peopledaily;

import org.jspecify.annotations.NullMarked;
