/** Work orders as mail to units: what stands in the letter, the server that sends it, what became of each. */
@NullMarked
package org.intakehub.gateway.letter;

import org.jspecify.annotations.NullMarked;
