/** Learning from staff: what they decided, models trained on it, and which of them runs. */
@NullMarked
package org.intakehub.gateway.learning;

import org.jspecify.annotations.NullMarked;
