/** Puts hostile texts through every channel and field, and looks at every page that shows them in a real browser. */
@NullMarked
package org.intakehub.deploy.xss;

import org.jspecify.annotations.NullMarked;
