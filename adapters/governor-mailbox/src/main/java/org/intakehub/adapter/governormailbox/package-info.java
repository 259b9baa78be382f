/** Orders of the province, from files or from its interface. */
@NullMarked
package org.intakehub.adapter.governormailbox;

import org.jspecify.annotations.NullMarked;
