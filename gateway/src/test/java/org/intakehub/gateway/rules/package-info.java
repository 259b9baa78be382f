@NullMarked
package org.intakehub.gateway.rules;

import org.jspecify.annotations.NullMarked;
