package org.intakehub.exchange.order;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.intakehub.exchange.wire.ActionNames;
import org.jspecify.annotations.Nullable;

/**
 * The interface of a superior platform. A setting that is not given takes its default.
 *
 * @param baseUrl the platform's address
 * @param actionPath where actions are posted, below it
 * @param senderCode what the platform knows the city as
 * @param actionNames the platform's name for each action that it calls otherwise
 * @param notices names of notices that are asked for
 * @param pageSize notices a page
 * @param resultFields the platform's name for each field that the hub sends: caseId, disposeOpinion, disposeTime, signTime
 */
public record Exchange(
        URI baseUrl,
        String actionPath,
        String senderCode,
        Map<String, String> actionNames,
        List<String> notices,
        Integer pageSize,
        Map<String, String> resultFields) {

    private static final List<String> NOTICES = List.of(
            "REPORT_NOTICE",
            "REPLY_ROLLBACK_NOTICE",
            "REPLY_POSTPONE_NOTICE",
            "PRESS_NOTICE",
            "SUPERVISE_NOTICE",
            "CANCEL_NOTICE",
            "EVALUATE_NOTICE",
            "ARCHIVE_NOTICE");

    public Exchange {
        actionPath = given(actionPath, "openapi/v1/action");
        actionNames = Map.copyOf(given(actionNames, Map.of()));
        notices = List.copyOf(given(notices, NOTICES));
        pageSize = given(pageSize, 50);
        resultFields = Map.copyOf(given(resultFields, Map.of()));
        var scheme = baseUrl == null ? "" : String.valueOf(baseUrl.getScheme());
        check(
                baseUrl != null && baseUrl.getHost() != null && (scheme.equals("http") || scheme.equals("https")),
                "exchange.base-url is an http or https address");
        check(senderCode != null && !senderCode.isBlank(), "exchange.sender-code is missing");
        check(!notices.isEmpty(), "exchange.notices names at least one notice");
        check(pageSize >= 1 && pageSize <= 500, "exchange.page-size lies between 1 and 500");
        new ActionNames(actionNames);
    }

    URI address() {
        var text = baseUrl.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + actionPath);
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
