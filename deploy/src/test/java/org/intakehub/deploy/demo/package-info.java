@NullMarked
package org.intakehub.deploy.demo;

import org.jspecify.annotations.NullMarked;
