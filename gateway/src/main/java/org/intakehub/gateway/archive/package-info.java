/** What came in, byte for byte, and what it was read as. */
@NullMarked
package org.intakehub.gateway.archive;

import org.jspecify.annotations.NullMarked;
