/** Tests of what goes out to citizens. */
@NullMarked
package org.intakehub.gateway.answer;

import org.jspecify.annotations.NullMarked;
