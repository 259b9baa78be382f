/** The interaction pages of government websites: letters and their published answers, whatever CMS shows them. */
@NullMarked
package org.intakehub.adapter.governmentwebsite;

import org.jspecify.annotations.NullMarked;
