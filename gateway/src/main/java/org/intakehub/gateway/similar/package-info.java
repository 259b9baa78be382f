/** Which cases are the same matter: looked up behind the road, suggested to people, joined and parted again. */
@NullMarked
package org.intakehub.gateway.similar;

import org.jspecify.annotations.NullMarked;
