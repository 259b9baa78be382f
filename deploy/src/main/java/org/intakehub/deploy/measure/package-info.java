/** Measures how well the product reads and decides, with data that lies outside the project. */
@NullMarked
package org.intakehub.deploy.measure;

import org.jspecify.annotations.NullMarked;
