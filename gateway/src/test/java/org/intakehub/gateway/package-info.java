/** Tests of the application as a whole. */
@NullMarked
package org.intakehub.gateway;

import org.jspecify.annotations.NullMarked;
