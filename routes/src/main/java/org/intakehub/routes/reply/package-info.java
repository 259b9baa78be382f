/** Takes answers to citizens out of the hub. */
@NullMarked
package org.intakehub.routes.reply;

import org.jspecify.annotations.NullMarked;
