@NullMarked
package org.intakehub.exchange.cipher;

import org.jspecify.annotations.NullMarked;
