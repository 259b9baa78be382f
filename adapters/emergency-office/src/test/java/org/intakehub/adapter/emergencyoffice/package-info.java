/** Tests of the channel emergency-office. */
@NullMarked
package org.intakehub.adapter.emergencyoffice;

import org.jspecify.annotations.NullMarked;
