package org.intakehub.adapter.emergencyoffice;

import java.net.URI;
import java.util.List;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/** Settings of emergency offices as the tests need them. */
final class Offices {
    static final Secret KEY = new Secret("a key that both sides know");
    static final Secret OWN_KEY = new Secret("the hub's own key");

    private Offices() {}

    static EmergencyOfficeSettings silent() {
        return settings(List.of(KEY), null, null);
    }

    static EmergencyOfficeSettings answered(URI state) {
        return settings(List.of(KEY), state, OWN_KEY);
    }

    @SuppressWarnings("NullAway") // the binder leaves out what is not set
    static EmergencyOfficeSettings settings(List<Secret> keys, @Nullable URI state, @Nullable Secret ownKey) {
        return new EmergencyOfficeSettings(keys, null, null, null, null, state, ownKey);
    }
}
