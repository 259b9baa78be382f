package org.intakehub.gateway.classify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.intakehub.core.casefile.CaseLife;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.CaseStep;
import org.intakehub.core.classification.Classification;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.learning.RunningModel;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.intakehub.routes.stage.Stage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stage classify: says what a matter is and where; what is unsure waits in the triage inbox. */
@Component
public class ClassifyStage implements Stage {
    private final RunningModel running;
    private final KnownGround ground;
    private final Matters matters;
    private final History history;
    private final TransactionTemplate transaction;

    ClassifyStage(
            RunningModel running,
            KnownGround ground,
            Matters matters,
            History history,
            TransactionTemplate transaction) {
        this.running = running;
        this.ground = ground;
        this.matters = matters;
        this.history = history;
        this.transaction = transaction;
    }

    @Override
    public List<Hop> run(Delivery delivery) {
        var id = UUID.fromString(delivery.id());
        return Objects.requireNonNull(transaction.execute(status -> classify(id)));
    }

    private List<Hop> classify(UUID id) {
        var open = matters.lock(id).orElseThrow();
        var state = open.state();
        if (state == CaseState.ACCEPTED) {
            var classification = open.before()
                    .in(ground.in(open.matter(), running.classifier().classify(open.matter())));
            state = CaseLife.after(state, classification.sure() ? CaseStep.CLASSIFY : CaseStep.ASK_A_PERSON);
            matters.save(id, classification, state, open.before().by(), event(id, classification));
        }
        return state == CaseState.CLASSIFIED ? List.of(Hop.of(Queues.DISPATCH, id.toString())) : List.of();
    }

    private Map<String, Object> event(UUID id, Classification classification) {
        var event = classification.sure() ? History.Event.CLASSIFIED : History.Event.SENT_TO_TRIAGE;
        var category = classification.category().map(Object::toString).orElse("");
        return history.parameters(
                id, History.HUB, event, Map.of("category", category, "confidence", classification.confidence()));
    }
}
