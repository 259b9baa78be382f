package org.intakehub.gateway.answer;

import java.util.UUID;

/** Published in the transaction in which a unit's result goes out to the citizens. */
public record ResultAnswered(UUID caseId, UUID answerId) {}
