/** Database, broker, directories and keys: the parts of a machine that the hub stands on. */
@NullMarked
package org.intakehub.gateway.platform;

import org.jspecify.annotations.NullMarked;
