/** Answers before they are sent: written from templates, and seen by a second person where the city's policy asks for that. */
@NullMarked
package org.intakehub.gateway.answer;

import org.jspecify.annotations.NullMarked;
