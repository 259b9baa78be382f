package org.intakehub.gateway.account;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has proved who he is, a person or a machine; kept in the session.
 *
 * @param username for machines {@code key:} and the prefix of the key
 * @param unit code of the unit, exactly for {@link Role#UNIT}
 */
public record Account(
        String username,
        String displayName,
        Role role,
        @Nullable String unit) implements Principal, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    public Account {
        if ((role == Role.UNIT) != (unit != null)) {
            throw new IllegalArgumentException("an account has a unit exactly if its role is UNIT");
        }
    }

    @Override
    public String getName() {
        return username;
    }

    public boolean is(Role... roles) {
        return Arrays.asList(roles).contains(role);
    }

    public Optional<String> ownUnit() {
        return Optional.ofNullable(unit);
    }
}
