/** What all pages and addresses share: who may call what, headers, errors, languages, times. */
@NullMarked
package org.intakehub.gateway.web;

import org.jspecify.annotations.NullMarked;
