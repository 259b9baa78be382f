@NullMarked
package org.intakehub.core.dispatch;

import org.jspecify.annotations.NullMarked;
