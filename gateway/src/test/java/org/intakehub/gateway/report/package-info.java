@NullMarked
package org.intakehub.gateway.report;

import org.jspecify.annotations.NullMarked;
