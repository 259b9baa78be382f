/** Small correct channels, and their faulty twins that prove that the kit catches what it should. */
@NullMarked
package org.intakehub.adapter.testkit;

import org.jspecify.annotations.NullMarked;
