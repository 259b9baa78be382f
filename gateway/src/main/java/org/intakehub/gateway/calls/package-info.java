/** Calls: what the switch tells of them, what operators write down, and who has to be called back. */
@NullMarked
package org.intakehub.gateway.calls;

import org.jspecify.annotations.NullMarked;
