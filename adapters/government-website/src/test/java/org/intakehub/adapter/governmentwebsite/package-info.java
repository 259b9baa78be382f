@NullMarked
package org.intakehub.adapter.governmentwebsite;

import org.jspecify.annotations.NullMarked;
