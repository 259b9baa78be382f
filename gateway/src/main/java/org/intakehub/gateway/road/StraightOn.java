package org.intakehub.gateway.road;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Faults;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Precedence;
import org.intakehub.routes.stage.Stage;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a stage, and at once those that its hops lead to, in one transaction: three commits and two queues less for a message that nothing
 * stands in the way of. As soon as anything fails, the first stage runs alone and its hops are sent to their queues, where each of the
 * other stages has its own tries and its own dead letters.
 */
final class StraightOn implements Stage {
    private final Stage first;
    private final Map<String, Named> onward;
    private final TransactionTemplate transaction;
    private final Faults faults;
    private final Precedence precedence;
    private final MeterRegistry meters;

    /** @param onward the stages that may follow at once, by their queues */
    StraightOn(
            Stage first,
            Map<String, Named> onward,
            TransactionTemplate transaction,
            Faults faults,
            Precedence precedence,
            MeterRegistry meters) {
        this.first = first;
        this.onward = Map.copyOf(onward);
        this.transaction = transaction;
        this.faults = faults;
        this.precedence = precedence;
        this.meters = meters;
    }

    /** A stage under the name that its figures bear. */
    record Named(String name, Stage stage) {}

    @Override
    public List<Hop> run(Delivery delivery) {
        precedence.takeUp();
        try {
            return goAsFarAsItGets(delivery);
        } finally {
            precedence.layDown();
        }
    }

    private List<Hop> goAsFarAsItGets(Delivery delivery) {
        if (delivery.attempt() > 1) {
            return first.run(delivery);
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> follow(first.run(delivery))));
        } catch (RuntimeException fault) {
            if (faults.isPassing(fault)) {
                throw fault;
            }
            return first.run(delivery);
        }
    }

    private List<Hop> follow(List<Hop> hops) {
        var left = new ArrayList<Hop>();
        for (var hop : hops) {
            var next = onward.get(hop.queue());
            if (next == null) {
                left.add(hop);
            } else {
                left.addAll(follow(timed(next, hop)));
            }
        }
        return left;
    }

    private List<Hop> timed(Named next, Hop hop) {
        var sample = Timer.start(meters);
        var hops = next.stage().run(new Delivery(hop.body(), hop.headers(), 1));
        sample.stop(meters.timer("intake.stage", "stage", next.name(), "outcome", "done"));
        return hops;
    }
}
