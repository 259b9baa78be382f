/** Stage reply: what citizens are told, and the proof that they were. */
@NullMarked
package org.intakehub.gateway.reply;

import org.jspecify.annotations.NullMarked;
