/** What the database can hold. */
@NullMarked
package org.intakehub.gateway.platform;

import org.jspecify.annotations.NullMarked;
