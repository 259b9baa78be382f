/** Tests of the channel police-110. */
@NullMarked
package org.intakehub.adapter.police110;

import org.jspecify.annotations.NullMarked;
