/** The road between the queues: each stage in a transacted session, its database commit before its JMS commit. */
@NullMarked
package org.intakehub.routes.stage;

import org.jspecify.annotations.NullMarked;
