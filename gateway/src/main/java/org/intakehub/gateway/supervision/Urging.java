package org.intakehub.gateway.supervision;

import java.time.Instant;
import java.util.UUID;

/** A unit was urged once, because of one work order. */
public record Urging(UUID id, UUID orderId, String unit, String reason, String person, Instant at) {}
