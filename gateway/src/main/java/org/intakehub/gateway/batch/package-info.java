/** What a person does with many cases at once: each case by itself, through the service that does it with one. */
@NullMarked
package org.intakehub.gateway.batch;

import org.jspecify.annotations.NullMarked;
