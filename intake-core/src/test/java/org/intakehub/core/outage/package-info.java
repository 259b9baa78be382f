@NullMarked
package org.intakehub.core.outage;

import org.jspecify.annotations.NullMarked;
