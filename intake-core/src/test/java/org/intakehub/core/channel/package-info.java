@NullMarked
package org.intakehub.core.channel;

import org.jspecify.annotations.NullMarked;
