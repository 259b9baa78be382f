package org.intakehub.core.channel;

import java.net.URI;
import java.util.Map;

/** An HTTP call that the road makes on an adapter's behalf. */
public record Call(String method, URI url, Map<String, String> headers, Payload body) {
    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(URI url, Map<String, String> headers) {
        return new Call("GET", url, headers, Payload.of(new byte[0]));
    }

    @Override
    public String toString() {
        return "Call[" + method + " " + url.getHost() + url.getPath() + "]";
    }
}
