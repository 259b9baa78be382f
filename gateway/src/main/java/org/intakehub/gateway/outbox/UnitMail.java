package org.intakehub.gateway.outbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The units that get their work orders by mail as well.
 *
 * @param units by the code of the unit
 */
@ConfigurationProperties("intake")
public record UnitMail(@DefaultValue Map<String, Unit> units) {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    public UnitMail {
        units = Map.copyOf(units);
    }

    /** What is set for a unit besides concerns others. */
    public record Unit(@Nullable Mail mail) {}

    /**
     * The unit's mailbox.
     *
     * @param to its address
     */
    public record Mail(@DefaultValue("") String to) {
        public Mail {
            if (!ADDRESS.matcher(to).matches()) {
                throw new IllegalArgumentException("mail.to is one plain mail address");
            }
        }
    }

    /** The unit's address, if it gets mail. */
    public Optional<String> address(String unit) {
        return Optional.ofNullable(units.get(unit)).map(Unit::mail).map(Mail::to);
    }

    /** Codes of the units that get mail. */
    public Set<String> recipients() {
        var found = new TreeSet<String>();
        units.keySet().stream().filter(unit -> address(unit).isPresent()).forEach(found::add);
        return found;
    }
}
