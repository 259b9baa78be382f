package org.intakehub.gateway.account;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which confidential cases accuse somebody by name, and so are none of his business; the database knows as soon as they are there. */
@Component
public class KeptFrom {
    private final JdbcClient jdbc;

    KeptFrom(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases that a list has to leave out for him; mostly none. */
    public Set<UUID> cases(Account account) {
        return jdbc.sql("select case_id from kept_from where username = ?")
                .param(account.username())
                .query(UUID.class)
                .set();
    }
}
