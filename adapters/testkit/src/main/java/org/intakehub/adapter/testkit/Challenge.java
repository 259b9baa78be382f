package org.intakehub.adapter.testkit;

import org.intakehub.core.channel.Request;

/**
 * A platform's check that an address is ours.
 *
 * @param request the call of the platform
 * @param echo text that the answer has to contain, in its body or in a header
 */
public record Challenge(Request request, String echo) {}
