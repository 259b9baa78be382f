/** The message board for leaders of People's Daily Online: threads by forum, their official answers and the citizens' ratings. */
@NullMarked
package org.intakehub.adapter.peopledaily;

import org.jspecify.annotations.NullMarked;
