/** Contracts that every adapter passes: the author implements them in one test class and inherits the tests. */
@NullMarked
package org.intakehub.adapter.testkit;

import org.jspecify.annotations.NullMarked;
