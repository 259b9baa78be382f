/** The national ciphers SM2, SM3 and SM4, and the signers that are made of them. */
@NullMarked
package org.intakehub.exchange.cipher;

import org.jspecify.annotations.NullMarked;
