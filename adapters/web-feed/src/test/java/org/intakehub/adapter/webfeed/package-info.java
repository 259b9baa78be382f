/** Tests of the channel web-feed. */
@NullMarked
package org.intakehub.adapter.webfeed;

import org.jspecify.annotations.NullMarked;
