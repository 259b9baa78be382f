/** How much the hub takes in, against what its parts could do alone. */
@NullMarked
package org.intakehub.deploy.load;

import org.jspecify.annotations.NullMarked;
