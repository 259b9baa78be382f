/** Alerts: what a person has to know within seconds, and who has acknowledged it. */
@NullMarked
package org.intakehub.gateway.alert;

import org.jspecify.annotations.NullMarked;
