package org.intakehub.gateway.life;

import java.util.UUID;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.OrderState;
import org.intakehub.core.dispatch.Role;

/** What the machine has to know of a work order, locked with its case until the transaction ends. */
record OrderLine(UUID id, CaseLine of, String unit, Role role, OrderState state, int revision) {
    boolean isLead() {
        return role == Role.LEAD;
    }

    void mustLead() {
        if (!isLead()) {
            throw new ImpossibleStep(Obstacle.NOT_THE_LEAD, "only the leading unit may ask for this");
        }
    }
}
