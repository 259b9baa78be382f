package org.intakehub.gateway.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys for machines, of the form {@code ihk_<prefix>_<secret>}. The secret has 256 random bits, so that its plain SHA-256 is all that is
 * kept; it is shown once.
 */
@Component
public class ApiKeys {
    private static final Pattern FORM = Pattern.compile("ihk_([0-9a-f]{12})_([0-9a-f]{64})");

    private final JdbcClient jdbc;
    private final Supplier<UUID> ids;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(JdbcClient jdbc, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Makes a key and gives it whole, for the only time. */
    public String create(String name, Role role, @Nullable String unit) {
        var prefix = randomHex(6);
        var secret = randomHex(32);
        jdbc.sql("insert into api_key (id, name, prefix, hash, role, unit)"
                        + " values (:id, :name, :prefix, :hash, :role, :unit)")
                .param("id", ids.get())
                .param("name", name)
                .param("prefix", prefix)
                .param("hash", sha256(secret))
                .param("role", role.name())
                .param("unit", unit)
                .update();
        return "ihk_" + prefix + "_" + secret;
    }

    /** Ends a key at once; false if there is no such key in use. */
    public boolean revoke(String prefix) {
        return jdbc.sql("update api_key set revoked_at = now() where prefix = ? and revoked_at is null")
                        .param(prefix)
                        .update()
                > 0;
    }

    /** Newest first. */
    public List<Listed> list() {
        return jdbc.sql("select name, prefix, role, unit, created_at, last_used_at, revoked_at from api_key"
                        + " order by created_at desc, id desc")
                .query(Listed.class)
                .list();
    }

    Optional<Account> authenticate(String key) {
        var parts = FORM.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var prefix = parts.group(1);
        var found = jdbc.sql("select name, hash, role, unit from api_key where prefix = ? and revoked_at is null")
                .param(prefix)
                .query(Stored.class)
                .optional()
                .filter(stored -> MessageDigest.isEqual(
                        stored.hash().getBytes(UTF_8), sha256(parts.group(2)).getBytes(UTF_8)));
        found.ifPresent(stored -> used(prefix));
        return found.map(stored -> new Account("key:" + prefix, stored.name(), stored.role(), stored.unit()));
    }

    /** To the minute, so that a busy key does not write with every call. */
    private void used(String prefix) {
        jdbc.sql("update api_key set last_used_at = now()"
                        + " where prefix = ? and (last_used_at is null or last_used_at < now() - interval '1 minute')")
                .param(prefix)
                .update();
    }

    private String randomHex(int bytes) {
        var made = new byte[bytes];
        random.nextBytes(made);
        return HexFormat.of().formatHex(made);
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A key as a page may show it. */
    public record Listed(
            String name,
            String prefix,
            Role role,
            @Nullable String unit,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    private record Stored(
            String name, String hash, Role role, @Nullable String unit) {}
}
