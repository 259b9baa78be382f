/** Tests of the channel web-form. */
@NullMarked
package org.intakehub.adapter.webform;

import org.jspecify.annotations.NullMarked;
