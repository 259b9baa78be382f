/** Calls that were refused at the door: facts, never bodies. */
@NullMarked
package org.intakehub.gateway.refusal;

import org.jspecify.annotations.NullMarked;
