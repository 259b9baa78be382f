/** The channel urban-management. */
@NullMarked
package org.intakehub.adapter.urbanmanagement;

import org.jspecify.annotations.NullMarked;
