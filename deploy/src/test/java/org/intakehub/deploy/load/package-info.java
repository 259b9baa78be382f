@NullMarked
package org.intakehub.deploy.load;

import org.jspecify.annotations.NullMarked;
