/** Orders of superior hotlines, from files or from their interface. */
@NullMarked
package org.intakehub.adapter.superiorhotline;

import org.jspecify.annotations.NullMarked;
