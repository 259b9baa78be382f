package org.intakehub.adapter.governmentwebsite;

import java.net.URI;
import java.util.Optional;

/** Makes links absolute, and none that leads elsewhere than to a page. */
final class Links {
    private Links() {}

    /** The address that a link on a page means; empty if it is none. */
    static Optional<URI> absolute(URI page, String link) {
        try {
            var base = page.getPath().isEmpty() ? page.resolve("/") : page;
            var address = base.resolve(link.strip().replace(" ", "%20"));
            var isPage = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return link.isBlank() || !isPage || address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The address on the site that a path with its query means; one that begins with two slashes would lead elsewhere. */
    static Optional<URI> on(URI site, String path) {
        return absolute(site, path).filter(address -> within(site, address).isPresent());
    }

    /** Path and query of an address on the same host; empty if it is on another. */
    static Optional<String> within(URI site, URI address) {
        var same = site.getHost().equalsIgnoreCase(address.getHost()) && site.getPort() == address.getPort();
        var query = address.getRawQuery();
        return same ? Optional.of(address.getRawPath() + (query == null ? "" : "?" + query)) : Optional.empty();
    }
}
