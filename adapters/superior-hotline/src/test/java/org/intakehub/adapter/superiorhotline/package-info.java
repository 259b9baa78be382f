/** Tests of the channel superior-hotline. */
@NullMarked
package org.intakehub.adapter.superiorhotline;

import org.jspecify.annotations.NullMarked;
