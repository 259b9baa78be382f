/** The whole hub from outside: its packaged jar as a process, and citizens, partners, mail servers and departments on the wire. */
@NullMarked
package org.intakehub.acceptance;

import org.jspecify.annotations.NullMarked;
