/** Demo mode: simulated far ends inside the process, which deliver through the real protocols. */
@NullMarked
package org.intakehub.gateway.demo;

import org.jspecify.annotations.NullMarked;
