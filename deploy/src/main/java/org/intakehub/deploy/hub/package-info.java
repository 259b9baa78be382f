/** The packaged hub as a process, its database seen from outside, and a lean client: what the load and crash tools have in common. */
@NullMarked
package org.intakehub.deploy.hub;

import org.jspecify.annotations.NullMarked;
