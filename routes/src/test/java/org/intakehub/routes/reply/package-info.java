/** Replies to servers that take them, refuse them or fall silent. */
@NullMarked
package org.intakehub.routes.reply;

import org.jspecify.annotations.NullMarked;
