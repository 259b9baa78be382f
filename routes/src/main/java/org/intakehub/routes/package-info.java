/** Which queue, timer or retry: all of Camel, and nothing else. */
@NullMarked
package org.intakehub.routes;

import org.jspecify.annotations.NullMarked;
