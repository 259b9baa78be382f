package org.intakehub.gateway.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** While nobody can log in, the log says how the first administrator is made; there is no default password. */
@Component
@ConditionalOnProperty(name = "intake.demo", matchIfMissing = true, havingValue = "false")
class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;

    FirstAdministrator(Accounts accounts) {
        this.accounts = accounts;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayHow() {
        try {
            if (accounts.areEmpty()) {
                LOG.warn("nobody can log in yet; make the first administrator, also while the hub runs, with:"
                        + " java -jar intake-hub-app.jar create-admin --username=NAME");
            }
        } catch (DataAccessException e) {
            LOG.warn("the accounts could not be counted: the database does not answer");
        }
    }
}
