package org.intakehub.gateway.platform;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.dispatch.UnitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The units that have a name of their own at the broker.
 *
 * @param units by the code of the unit, which is its login
 */
@ConfigurationProperties("intake")
public record UnitQueues(@DefaultValue Map<String, Unit> units) {
    private static final int SHORTEST = 12;

    public UnitQueues {
        units.forEach((code, unit) -> {
            if (unit.queue() != null && !UnitCode.isWellFormed(code)) {
                throw new IllegalArgumentException("intake.units." + code + " is not the code of a unit");
            }
        });
        units = Map.copyOf(units);
    }

    /** What is set for a unit besides concerns others. */
    public record Unit(@Nullable Queue queue) {}

    /**
     * The unit's own way into the broker.
     *
     * @param password for the embedded broker, 12 characters at least; an outside one knows its logins itself
     * @param actions whether the hub does what the unit's messages ask for
     */
    public record Queue(
            @DefaultValue("") Secret password,
            @DefaultValue("true") boolean actions) {
        public Queue {
            var length = password.value().length();
            if (length > 0 && length < SHORTEST) {
                throw new IllegalArgumentException("queue.password has at least " + SHORTEST + " characters");
            }
        }
    }

    private Map<String, Queue> queues() {
        var found = new TreeMap<String, Queue>();
        units.forEach((code, unit) -> Optional.ofNullable(unit.queue()).ifPresent(queue -> found.put(code, queue)));
        return found;
    }

    /** Passwords at the embedded broker by the unit's code. */
    Map<String, Secret> passwords() {
        var found = new TreeMap<String, Secret>();
        queues().forEach((code, queue) -> {
            if (!queue.password().value().isEmpty()) {
                found.put(code, queue.password());
            }
        });
        return found;
    }

    /** Units whose messages are acted on. */
    public Set<String> acting() {
        var found = new TreeSet<String>();
        queues().forEach((code, queue) -> {
            if (queue.actions()) {
                found.add(code);
            }
        });
        return found;
    }
}
