/** Clocks of cases and work orders: started, paused and stopped with what they measure; due ones found by index. */
@NullMarked
package org.intakehub.gateway.clock;

import org.jspecify.annotations.NullMarked;
