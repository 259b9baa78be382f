package org.intakehub.gateway.supervision;

import java.time.Instant;
import java.util.UUID;

/**
 * What a leader of the city wrote on a case.
 *
 * @param person who entered it
 */
public record Instruction(UUID id, String leader, String text, String person, Instant at) {}
