/** The channel web-feed: feeds of websites in RSS and Atom. */
@NullMarked
package org.intakehub.adapter.webfeed;

import org.jspecify.annotations.NullMarked;
