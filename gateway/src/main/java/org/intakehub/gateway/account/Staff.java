package org.intakehub.gateway.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.CityRules;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * What administrators do with people's accounts: each gets a fresh password that is shown once, and somebody who is disabled or gets a new
 * password is logged out everywhere at once.
 */
@Component
class Staff {
    private static final Logger LOG = LoggerFactory.getLogger(Staff.class);

    private final Accounts accounts;
    private final CityRules rules;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Staff(Accounts accounts, CityRules rules, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.accounts = accounts;
        this.rules = rules;
        this.sessions = sessions;
    }

    /** An account as a page may show it. */
    record Listed(
            String username,
            String displayName,
            Role role,
            @Nullable String unit,
            boolean enabled,
            Instant createdAt) {}

    /** By user name. */
    List<Listed> list() {
        return accounts.list();
    }

    /**
     * Creates an account and gives its password, for the only time.
     *
     * @throws IllegalArgumentException if the user name cannot be one or is taken, the name is empty, or role and unit do not fit
     */
    String create(String username, String displayName, Role role, @Nullable String unit, Account by) {
        if (displayName.isBlank()) {
            throw new IllegalArgumentException("a person has a name: every action bears it");
        }
        if (accounts.exists(username)) {
            throw new IllegalArgumentException("this user name is taken");
        }
        if (unit != null
                && (!UnitCode.isWellFormed(unit)
                        || rules.unit(new UnitCode(unit)).isEmpty())) {
            throw new IllegalArgumentException("the city has no unit with this code");
        }
        var password = Passwords.fresh();
        accounts.save(new Account(username, displayName.strip(), role, unit), password);
        LOG.info("account {} was created by {}", username, by.username());
        return password;
    }

    /** Gives a fresh password, for the only time; empty if there is no such account. */
    Optional<String> resetPassword(String username, Account by) {
        var password = Passwords.fresh();
        if (!accounts.setPassword(username, password)) {
            return Optional.empty();
        }
        logOut(username);
        LOG.info("account {} got a new password from {}", username, by.username());
        return Optional.of(password);
    }

    /**
     * Lets somebody in, or no longer.
     *
     * @return false if there is no such account
     * @throws IllegalArgumentException if somebody would shut himself out
     */
    boolean setEnabled(String username, boolean enabled, Account by) {
        if (!enabled && username.equals(by.username())) {
            throw new IllegalArgumentException("nobody disables his own account");
        }
        if (!accounts.setEnabled(username, enabled)) {
            return false;
        }
        if (!enabled) {
            logOut(username);
        }
        LOG.info("account {} was {} by {}", username, enabled ? "enabled" : "disabled", by.username());
        return true;
    }

    private void logOut(String username) {
        sessions.findByPrincipalName(username).keySet().forEach(sessions::deleteById);
    }
}
