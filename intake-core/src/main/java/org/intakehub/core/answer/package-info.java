/** What the city answers: templates with their legal basis, and which answers a second person has to see first. */
@NullMarked
package org.intakehub.core.answer;

import org.jspecify.annotations.NullMarked;
