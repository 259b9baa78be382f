package org.intakehub.gateway.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.intakehub.gateway.platform.DatabaseConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The command {@code create-admin --username=NAME}: makes an administrator, also while the hub runs, and prints a fresh password once.
 * {@code --password-stdin} reads the password instead; {@code --reset} gives an existing account a new password and this role.
 */
public final class CreateAdmin {
    public static final String NAME = "create-admin";

    private static final String USAGE =
            "usage: java -jar intake-hub-app.jar create-admin --username=NAME [--password-stdin] [--reset] [--api-key]";

    private CreateAdmin() {}

    /** Does what the command line says and gives the exit code. */
    public static int run(String[] args) {
        return run(Arrays.copyOfRange(args, 1, args.length), CreateAdmin::firstLine, System.out, System.err);
    }

    static int run(String[] args, Supplier<String> input, PrintStream out, PrintStream err) {
        var username = Arrays.stream(args)
                .filter(arg -> arg.startsWith("--username="))
                .map(arg -> arg.substring("--username=".length()))
                .findFirst()
                .orElse("");
        if (username.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        try {
            var given = Arrays.asList(args).contains("--password-stdin");
            var password = given ? input.get() : Passwords.fresh();
            Passwords.check(password);
            var key = save(args, username, password);
            out.println("administrator " + username + (given ? " is ready" : " is ready, password: " + password));
            key.ifPresent(made -> out.println("api key of an administrator: " + made));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    /** @return the API key, if one was asked for */
    private static Optional<String> save(String[] args, String username, String password) {
        try (var context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties("intake.command=true", "logging.level.root=WARN")
                .run(args)) {
            var accounts = context.getBean(Accounts.class);
            if (accounts.exists(username) && !Arrays.asList(args).contains("--reset")) {
                throw new IllegalArgumentException(
                        "there is an account " + username + " already; --reset gives it a new password and this role");
            }
            accounts.save(new Account(username, username, Role.ADMIN, null), password);
            return Arrays.asList(args).contains("--api-key")
                    ? Optional.of(context.getBean(ApiKeys.class).create(username, Role.ADMIN, null))
                    : Optional.empty();
        }
    }

    private static String firstLine() {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            var line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException("the password cannot be read", e);
        }
    }

    /** What the command needs of the hub: its database and the accounts in it. */
    @Import({DatabaseConfiguration.class, Accounts.class, ApiKeys.class, PasswordHashing.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Parts {}
}
