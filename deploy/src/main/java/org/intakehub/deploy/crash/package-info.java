/** What is left after the hub or its database was ended at the worst moment. */
@NullMarked
package org.intakehub.deploy.crash;

import org.jspecify.annotations.NullMarked;
