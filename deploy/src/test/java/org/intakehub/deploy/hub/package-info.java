@NullMarked
package org.intakehub.deploy.hub;

import org.jspecify.annotations.NullMarked;
