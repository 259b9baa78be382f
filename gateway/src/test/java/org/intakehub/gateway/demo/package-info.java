@NullMarked
package org.intakehub.gateway.demo;

import org.jspecify.annotations.NullMarked;
