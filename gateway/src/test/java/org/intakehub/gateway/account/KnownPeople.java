package org.intakehub.gateway.account;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** One account per role for tests, named after the role; all with one password. */
@Component
public class KnownPeople {
    public static final String PASSWORD = "correct horse battery";
    public static final String UNIT = "chengguan";

    private final Accounts accounts;
    private final ApiKeys keys;

    KnownPeople(Accounts accounts, ApiKeys keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    public void save() {
        for (var role : Role.values()) {
            accounts.save(
                    new Account(name(role), "Test " + name(role), role, role == Role.UNIT ? UNIT : null), PASSWORD);
        }
    }

    /** Somebody with a name of his own. */
    public void save(Account account) {
        accounts.save(account, PASSWORD);
    }

    public static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    public String key(Role role) {
        return keys.create("test " + name(role), role, role == Role.UNIT ? UNIT : null);
    }
}
