/** When two contacts on two channels are one citizen: what may be joined by itself, what a person has to say, what contradicts. */
@NullMarked
package org.intakehub.core.identity;

import org.jspecify.annotations.NullMarked;
