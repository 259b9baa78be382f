/** Tests of the standard-webhook channel. */
@NullMarked
package org.intakehub.adapter.standardwebhook;

import org.jspecify.annotations.NullMarked;
