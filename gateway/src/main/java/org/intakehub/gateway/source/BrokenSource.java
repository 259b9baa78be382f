package org.intakehub.gateway.source;

/**
 * A source whose settings cannot work; the others run on.
 *
 * @param problem names the setting, never its value
 */
public record BrokenSource(String name, String channel, String problem) {}
