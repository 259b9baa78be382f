package org.intakehub.gateway.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people who may log in; their passwords are kept as hashes only. */
@Component
class Accounts {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Supplier<UUID> ids;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.ids = ids;
    }

    boolean areEmpty() {
        return jdbc.sql("select not exists (select from user_account)")
                .query(Boolean.class)
                .single();
    }

    boolean exists(String username) {
        return jdbc.sql("select exists (select from user_account where username = ?)")
                .param(username)
                .query(Boolean.class)
                .single();
    }

    /** Those who may log in; somebody disabled is not found. */
    Optional<Stored> find(String username) {
        return jdbc.sql("select username, display_name, role, unit, password from user_account"
                        + " where username = ? and enabled")
                .param(username)
                .query((row, number) -> new Stored(account(row), row.getString("password")))
                .optional();
    }

    /**
     * Creates the account, or gives it a new name, password, role and unit and enables it.
     *
     * @throws IllegalArgumentException if the user name cannot be one
     */
    void save(Account account, String password) {
        if (!USERNAME.matcher(account.username()).matches()) {
            throw new IllegalArgumentException(
                    "a user name has 2 to 64 lower-case letters, digits, dots, hyphens or underscores");
        }
        jdbc.sql("insert into user_account (id, username, display_name, password, role, unit)"
                        + " values (:id, :username, :name, :password, :role, :unit)"
                        + " on conflict (username) do update set display_name = excluded.display_name,"
                        + " password = excluded.password, role = excluded.role, unit = excluded.unit, enabled = true")
                .param("id", ids.get())
                .param("username", account.username())
                .param("name", account.displayName())
                .param("password", passwords.encode(password))
                .param("role", account.role().name())
                .param("unit", account.unit())
                .update();
    }

    /** By user name. */
    List<Staff.Listed> list() {
        return jdbc.sql(
                        "select username, display_name, role, unit, enabled, created_at from user_account order by username")
                .query(Staff.Listed.class)
                .list();
    }

    /** False if there is no such account. */
    boolean setPassword(String username, String password) {
        return jdbc.sql("update user_account set password = ? where username = ?")
                        .params(passwords.encode(password), username)
                        .update()
                == 1;
    }

    /** False if there is no such account. */
    boolean setEnabled(String username, boolean enabled) {
        return jdbc.sql("update user_account set enabled = ? where username = ?")
                        .params(enabled, username)
                        .update()
                == 1;
    }

    private static Account account(ResultSet row) throws SQLException {
        @Nullable String unit = row.getString("unit");
        return new Account(
                row.getString("username"), row.getString("display_name"), Role.valueOf(row.getString("role")), unit);
    }

    /** An account and the hash of its password; shows neither. */
    record Stored(Account account, String hash) {
        @Override
        public String toString() {
            return "Stored[" + account.username() + "]";
        }
    }
}
