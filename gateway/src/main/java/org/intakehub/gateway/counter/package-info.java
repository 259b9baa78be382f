/** The city's counter on the web: forms that anybody may fill in, and what became of them. */
@NullMarked
package org.intakehub.gateway.counter;

import org.jspecify.annotations.NullMarked;
