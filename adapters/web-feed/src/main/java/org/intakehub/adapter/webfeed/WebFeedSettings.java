package org.intakehub.adapter.webfeed;

import java.net.URI;
import org.intakehub.core.channel.Secret;

/**
 * Where one source of the channel is asked.
 *
 * @param url address of the feed
 * @param token sent as a bearer token; none for a feed that is open to everybody
 */
public record WebFeedSettings(URI url, Secret token) {
    public WebFeedSettings {
        if (url == null
                || url.getHost() == null
                || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("url is needed, with http or https and a host");
        }
        if (token != null && token.value().isBlank()) {
            throw new IllegalArgumentException("token may be left out, but not be empty");
        }
        token = token == null ? new Secret("") : token;
    }
}
