/** What the emergency office hands over: how soon a unit has to sign, and the alarm if none does. */
@NullMarked
package org.intakehub.gateway.emergency;

import org.jspecify.annotations.NullMarked;
