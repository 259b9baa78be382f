package org.intakehub.gateway.source;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where attachments that are only linked may be fetched.
 *
 * @param hosts host names, exactly; none: nothing is fetched
 * @param privateAddresses whether such a host may resolve to a loopback, private or link-local address
 */
public record FetchRules(
        @DefaultValue Set<String> hosts,
        @DefaultValue("false") boolean privateAddresses) {
    public FetchRules {
        hosts = Set.copyOf(hosts);
        if (!hosts.stream().allMatch(host -> host.matches("[A-Za-z0-9.-]+"))) {
            throw new IllegalArgumentException("fetch.hosts are host names, without scheme, port or path");
        }
    }

    /** Host names are the same in any case. */
    public boolean allows(URI url) {
        var host = url.getHost();
        return host != null && hosts.stream().anyMatch(host::equalsIgnoreCase);
    }
}
