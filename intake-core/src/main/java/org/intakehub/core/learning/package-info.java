/** What can be learned from examples: a small linear model of texts, its training and its figures; it knows no categories. */
@NullMarked
package org.intakehub.core.learning;

import org.jspecify.annotations.NullMarked;
