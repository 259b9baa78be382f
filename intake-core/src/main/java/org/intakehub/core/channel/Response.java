package org.intakehub.core.channel;

import java.util.Map;

/** What is answered to a platform's call. */
public record Response(int status, String contentType, Map<String, String> headers, Payload body) {
    public Response {
        headers = Map.copyOf(headers);
    }
}
