package org.intakehub.adapter.urbanmanagement;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/** Settings of made-up sites. */
final class Sites {
    static final Secret PUSH_TOKEN = new Secret("push-token-of-site");
    static final Secret CLIENT_SECRET = new Secret("client-secret-of-hub");

    private Sites() {}

    static UrbanManagementSettings at(@Nullable URI base) {
        return with(base, PositionSystem.GCJ02, false);
    }

    static UrbanManagementSettings with(@Nullable URI base, PositionSystem system, boolean tokenInQuery) {
        return new UrbanManagementSettings(
                List.of(PUSH_TOKEN),
                Set.of("openapi/v1/action", "rec/saverec"),
                base,
                "openapi/v1/action",
                "oauth/extras/openapi/pubkey",
                "oauth/extras/openapi/client",
                "hub",
                CLIENT_SECRET,
                "CITY_HUB",
                tokenInQuery,
                Map.of("SUPERVISE", "CASE_URGE"),
                List.of("REPORT_NOTICE", "PRESS_NOTICE"),
                5,
                system,
                PositionSystem.MERCATOR,
                Map.of("1", "部件", "2", "事件"),
                "GB/T 30428.2-2013");
    }
}
