package org.intakehub.gateway.action;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.gateway.life.OrderDesk;
import org.intakehub.gateway.life.OrderDesk.Outcome;
import org.intakehub.gateway.life.OrderDesk.Result;
import org.intakehub.gateway.life.RequestDesk;
import org.jspecify.annotations.Nullable;

/**
 * What a unit does with a work order, as its message says; who takes the step is a person with a name (R9), and the revision is the last one
 * that the unit knows (R19).
 */
public sealed interface Action {
    UUID workOrder();

    int revision();

    String person();

    /**
     * Takes the step.
     *
     * @return the id of what was asked for, if something was
     */
    Optional<UUID> take(OrderDesk desk, RequestDesk requests, Actor actor);

    /** Signs for it. */
    record Sign(UUID workOrder, int revision, String person) implements Action {
        @Override
        public Optional<UUID> take(OrderDesk desk, RequestDesk requests, Actor actor) {
            desk.sign(workOrder, revision, actor);
            return Optional.empty();
        }
    }

    /**
     * Spoke with the citizen, or tried to.
     *
     * @param reason what came of it
     */
    record Contact(UUID workOrder, int revision, String person, boolean reached, String reason) implements Action {
        @Override
        public Optional<UUID> take(OrderDesk desk, RequestDesk requests, Actor actor) {
            desk.contact(workOrder, revision, reached, reason, actor);
            return Optional.empty();
        }
    }

    /** Sets out for the place. */
    record Depart(UUID workOrder, int revision, String person) implements Action {
        @Override
        public Optional<UUID> take(OrderDesk desk, RequestDesk requests, Actor actor) {
            desk.depart(workOrder, revision, actor);
            return Optional.empty();
        }
    }

    /**
     * Is there.
     *
     * @param position longitude and latitude
     */
    record Arrive(
            UUID workOrder,
            int revision,
            String person,
            @Nullable String position) implements Action {
        @Override
        public Optional<UUID> take(OrderDesk desk, RequestDesk requests, Actor actor) {
            desk.arrive(workOrder, revision, Optional.ofNullable(position), actor);
            return Optional.empty();
        }
    }

    /** Asks to be rid of it. */
    record Return(UUID workOrder, int revision, String person, String reason) implements Action {
        @Override
        public Optional<UUID> take(OrderDesk desk, RequestDesk requests, Actor actor) {
            return Optional.of(requests.askReturn(workOrder, revision, reason, actor));
        }
    }

    /** Asks for more working days. */
    record Extend(UUID workOrder, int revision, String person, int days, String reason) implements Action {
        @Override
        public Optional<UUID> take(OrderDesk desk, RequestDesk requests, Actor actor) {
            return Optional.of(requests.askExtension(workOrder, revision, days, reason, actor));
        }
    }

    /** Asks for the clock to stand still. */
    record Suspend(UUID workOrder, int revision, String person, String reason) implements Action {
        @Override
        public Optional<UUID> take(OrderDesk desk, RequestDesk requests, Actor actor) {
            return Optional.of(requests.askSuspension(workOrder, revision, reason, actor));
        }
    }

    /** Ends a suspension. */
    record Resume(UUID workOrder, int revision, String person) implements Action {
        @Override
        public Optional<UUID> take(OrderDesk desk, RequestDesk requests, Actor actor) {
            requests.resume(workOrder, revision, actor);
            return Optional.empty();
        }
    }

    /**
     * Submits the result.
     *
     * @param facts what the unit found and did
     * @param answer what the citizen is to be told
     */
    record Submit(UUID workOrder, int revision, String person, Outcome outcome, String facts, String answer)
            implements Action {
        @Override
        public Optional<UUID> take(OrderDesk desk, RequestDesk requests, Actor actor) {
            desk.submit(workOrder, revision, new Result(outcome, facts, answer), actor);
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "Submit[" + workOrder + "]";
        }
    }
}
