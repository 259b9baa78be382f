/** Tests of webhooks to units. */
@NullMarked
package org.intakehub.gateway.webhook;

import org.jspecify.annotations.NullMarked;
