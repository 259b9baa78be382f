/** Commands that show what the product is for. */
@NullMarked
package org.intakehub.deploy.demo;

import org.jspecify.annotations.NullMarked;
