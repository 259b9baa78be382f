package org.intakehub.gateway.life;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.AreaKind;
import org.intakehub.core.classification.Urgency;

/** What the machine has to know of a case, locked until the transaction ends. */
record CaseLine(
        UUID id,
        String number,
        CaseState state,
        int revision,
        String channel,
        AppealType type,
        Urgency urgency,
        AreaKind area,
        Instant acceptedAt,
        Optional<Instant> superiorDue) {}
