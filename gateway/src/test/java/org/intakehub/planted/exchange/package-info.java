/** Stands for what several channels share. */
@NullMarked
package org.intakehub.planted.exchange;

import org.jspecify.annotations.NullMarked;
