/** What a text names: estates, roads, companies, telephone numbers and amounts, for search and for joining the same matter. */
@NullMarked
package org.intakehub.core.mention;

import org.jspecify.annotations.NullMarked;
