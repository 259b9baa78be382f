/** The application: which address, SQL statement and page, and how it is wired. */
@NullMarked
package org.intakehub.gateway;

import org.jspecify.annotations.NullMarked;
