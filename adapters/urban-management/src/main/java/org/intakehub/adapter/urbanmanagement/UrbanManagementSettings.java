package org.intakehub.adapter.urbanmanagement;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SharedKeys;
import org.intakehub.exchange.wire.ActionNames;
import org.jspecify.annotations.Nullable;

/**
 * One site of digital urban management: how it pushes to the hub, how it is asked, and what its codes mean. A setting that is not given
 * takes its default.
 *
 * @param pushTokens what the platform proves itself with; several while they rotate
 * @param pushPaths addresses below the source's own that the platform calls
 * @param baseUrl the platform's interface, with its prefix; none: nothing is asked, and answers are entered by hand
 * @param tokenInQuery whether the token goes into the address instead of a header
 * @param actionNames the site's name for each action of the standard that it renamed
 * @param notices names of notices that are asked for, as the site calls them
 * @param referenceSystem what coordinates in JSON are measured in
 * @param formReferenceSystem what coordinates of the older form are measured in
 * @param recordTypes what each recTypeId means
 * @param codeVersion the standard whose codes the site uses
 */
public record UrbanManagementSettings(
        List<Secret> pushTokens,
        Set<String> pushPaths,
        @Nullable URI baseUrl,
        String actionPath,
        String keyPath,
        String loginPath,
        String clientId,
        @Nullable Secret clientSecret,
        String senderCode,
        Boolean tokenInQuery,
        Map<String, String> actionNames,
        List<String> notices,
        Integer pageSize,
        PositionSystem referenceSystem,
        PositionSystem formReferenceSystem,
        Map<String, String> recordTypes,
        String codeVersion) {

    private static final List<String> NOTICES = List.of(
            "REPORT_NOTICE",
            "REPLY_ROLLBACK_NOTICE",
            "REPLY_POSTPONE_NOTICE",
            "REPLY_CANCEL_NOTICE",
            "PRESS_NOTICE",
            "SUPERVISE_NOTICE",
            "CANCEL_NOTICE",
            "CHECK_FEEDBACK_NOTICE",
            "EVALUATE_NOTICE",
            "FINISH_NOTICE",
            "ARCHIVE_NOTICE");

    public UrbanManagementSettings {
        pushTokens = List.copyOf(given(pushTokens, List.of()));
        pushPaths = Set.copyOf(given(pushPaths, Set.of("openapi/v1/action", "rec/saverec")));
        actionPath = given(actionPath, "openapi/v1/action");
        keyPath = given(keyPath, "oauth/extras/openapi/pubkey");
        loginPath = given(loginPath, "oauth/extras/openapi/client");
        clientId = given(clientId, "");
        senderCode = given(senderCode, "");
        tokenInQuery = given(tokenInQuery, false);
        actionNames = Map.copyOf(given(actionNames, Map.of()));
        notices = List.copyOf(given(notices, NOTICES));
        pageSize = given(pageSize, 50);
        formReferenceSystem = given(formReferenceSystem, PositionSystem.MERCATOR);
        recordTypes = Map.copyOf(given(recordTypes, Map.of("1", "部件", "2", "事件")));
        codeVersion = given(codeVersion, "GB/T 30428.2-2013");
        check(!pushTokens.isEmpty() || baseUrl != null, "one of push-tokens and base-url is needed");
        SharedKeys.of("push-tokens", pushTokens);
        check(
                !pushPaths.isEmpty() && pushPaths.stream().noneMatch(path -> path.isBlank() || path.startsWith("/")),
                "push-paths are addresses without a slash in front");
        check(referenceSystem != null, "reference-system is needed: a position without its system is worth nothing");
        check(!notices.isEmpty(), "notices names at least one notice");
        check(pageSize >= 1 && pageSize <= 500, "page-size lies between 1 and 500");
        new ActionNames(actionNames);
        far(baseUrl, clientId, clientSecret, senderCode);
    }

    private static void far(@Nullable URI baseUrl, String clientId, @Nullable Secret clientSecret, String senderCode) {
        check(clientSecret == null || !clientSecret.value().isBlank(), "client-secret is empty");
        if (baseUrl != null) {
            var scheme = String.valueOf(baseUrl.getScheme());
            check(
                    baseUrl.getHost() != null && (scheme.equals("http") || scheme.equals("https")),
                    "base-url is an http or https address");
            check(!clientId.isBlank(), "client-id is missing");
            check(clientSecret != null, "client-secret is missing");
            check(!senderCode.isBlank(), "sender-code is missing");
        }
    }

    /** The address of a path below the platform's own. */
    static URI below(URI base, String path) {
        var text = base.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + path);
    }

    // the binder of properties passes null for what is not set
    private static <T> T given(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
