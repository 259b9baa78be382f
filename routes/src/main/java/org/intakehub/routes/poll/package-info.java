/** Asks far ends again and again, on behalf of polling adapters. */
@NullMarked
package org.intakehub.routes.poll;

import org.jspecify.annotations.NullMarked;
