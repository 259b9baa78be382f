package org.intakehub.adapter.police110;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/** Settings of dispatch centres as the tests need them. */
final class Centres {
    static final Secret KEY = new Secret("a key that both sides know");
    static final Secret OWN_KEY = new Secret("the-hub's-own-key");

    private Centres() {}

    static Police110Settings signing() {
        return settings(List.of(), List.of(KEY), Map.of(), URI.create("https://centre.example.org/"));
    }

    static Police110Settings withKey(Map<String, String> units) {
        return settings(List.of(KEY), List.of(), units, null);
    }

    static Police110Settings answered(URI base) {
        return settings(List.of(), List.of(KEY), Map.of(), base);
    }

    @SuppressWarnings("NullAway") // the binder leaves out what is not set
    static Police110Settings settings(
            List<Secret> apiKeys, List<Secret> signingKeys, Map<String, String> units, @Nullable URI base) {
        return new Police110Settings(
                null,
                apiKeys,
                null,
                signingKeys,
                null,
                null,
                null,
                null,
                null,
                units,
                base == null ? null : base.resolve("confirm"),
                base == null ? null : base.resolve("result"),
                base == null ? null : base.resolve("take-over"),
                base == null ? null : OWN_KEY,
                null);
    }
}
