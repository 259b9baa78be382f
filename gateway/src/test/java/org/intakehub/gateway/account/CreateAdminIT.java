package org.intakehub.gateway.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.intakehub.gateway.inbox.RunningHub;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** The command that makes an administrator, beside a hub that runs. */
class CreateAdminIT extends RunningHub {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Value("${intake.data-directory}")
    String dataDirectory;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordLogin login;

    @Autowired
    JdbcConnectionDetails database;

    private int run(String... args) {
        var all = new String[args.length + 1];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--intake.data-directory=" + dataDirectory;
        return CreateAdmin.run(
                all, () -> "a given password", new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    @Test
    void makesAnAdministratorBesideTheRunningHubAndLeavesItsDatabase() throws SQLException {
        assertThat(run("--username=first")).isZero();
        var password = out.toString(UTF_8).strip().replaceAll(".*password: ", "");
        assertThat(accounts.find("first"))
                .hasValueSatisfying(
                        stored -> assertThat(stored.account().role()).isEqualTo(Role.ADMIN));
        assertThat(login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("first", password))
                        .isAuthenticated())
                .isTrue();
        try (var connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void replacesNobodyUnlessToldTo() {
        assertThat(run("--username=admin", "--password-stdin")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("--reset");
        assertThat(run("--username=admin", "--password-stdin", "--reset")).isZero();
        assertThat(out.toString(UTF_8)).doesNotContain("a given password");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--username=NAME");
        assertThat(run("--username=Not Allowed")).isEqualTo(1);
    }
}
