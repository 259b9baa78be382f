package org.intakehub.routes.stage;

import java.util.List;

/**
 * One station of the main road. It commits to the database before it returns, and when the same message comes again it finds
 * its work done and only returns the same hops.
 */
@FunctionalInterface
public interface Stage {
    List<Hop> run(Delivery delivery);
}
