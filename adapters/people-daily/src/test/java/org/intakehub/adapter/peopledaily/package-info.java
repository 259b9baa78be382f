@NullMarked
package org.intakehub.adapter.peopledaily;

import org.jspecify.annotations.NullMarked;
