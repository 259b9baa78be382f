@NullMarked
package org.intakehub.deploy.measure;

import org.jspecify.annotations.NullMarked;
