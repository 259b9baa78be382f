/** What people at their desks have to themselves or with each other: whose case it is, and who looked at what is masked. */
@NullMarked
package org.intakehub.gateway.desk;

import org.jspecify.annotations.NullMarked;
