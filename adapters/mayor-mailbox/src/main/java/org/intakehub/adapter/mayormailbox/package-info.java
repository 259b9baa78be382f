/** Letters to the mayor by e-mail: reads RFC 822 as it really arrives, and answers by mail. */
@NullMarked
package org.intakehub.adapter.mayormailbox;

import org.jspecify.annotations.NullMarked;
