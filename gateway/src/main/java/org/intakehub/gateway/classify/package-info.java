/** Stage classify: what a matter is, where it is, and whether a person has to look. */
@NullMarked
package org.intakehub.gateway.classify;

import org.jspecify.annotations.NullMarked;
