/** The message board of People's Daily Online as the hub meets it: signed, by form, and as pages. */
@NullMarked
package org.intakehub.simulators.peopledaily;

import org.jspecify.annotations.NullMarked;
