package org.intakehub.gateway.account;

import java.util.ArrayList;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** In demo mode: an account per role with a password made at this start, printed on the console only. */
@Component
@ConditionalOnProperty("intake.demo")
class DemoAccounts {
    private final Accounts accounts;
    private final Environment environment;

    DemoAccounts(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent started) {
        var lines = new ArrayList<String>();
        if (started.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            lines.add("http://localhost:" + web.getWebServer().getPort() + "/");
        }
        var unit = environment.getProperty("intake.demo-unit", "chengguan");
        for (var role : Role.values()) {
            var username = role == Role.UNIT ? unit : role.name().toLowerCase(Locale.ROOT);
            var password = Passwords.fresh();
            accounts.save(new Account(username, username, role, role == Role.UNIT ? unit : null), password);
            lines.add("%-12s %-12s %s".formatted(role.name().toLowerCase(Locale.ROOT), username, password));
        }
        System.out.println(page(lines));
    }

    /** Not through the log: a log file would keep the passwords. */
    private static String page(Iterable<String> lines) {
        var rule = "-".repeat(60);
        return rule + "\nIntake Hub, demo. Role, user name, password (new at every start):\n\n  "
                + String.join("\n  ", lines) + "\n" + rule;
    }
}
