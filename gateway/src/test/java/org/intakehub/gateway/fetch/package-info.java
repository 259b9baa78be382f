/** What may be fetched, and from where. */
@NullMarked
package org.intakehub.gateway.fetch;

import org.jspecify.annotations.NullMarked;
