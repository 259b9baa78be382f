/** The city's rules as administrators read, try and change them, and how every node comes to use what they saved. */
@NullMarked
package org.intakehub.gateway.rules;

import org.jspecify.annotations.NullMarked;
