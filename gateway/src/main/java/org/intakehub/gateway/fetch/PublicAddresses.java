package org.intakehub.gateway.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Resolves names to public addresses only; what is checked is what is connected to, so a name cannot change in between. */
public final class PublicAddresses implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (var address : addresses) {
            if (!isPublic(address)) {
                throw new PrivateAddress();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    /** Neither this machine nor a network behind it: RFC 1918, 6598, 4193, 3927, 4291 and the reserved blocks of RFC 6890. */
    public static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            var shared = first == 100 && second >= 64 && second < 128;
            var benchmark = first == 198 && (second == 18 || second == 19);
            var protocol = first == 192 && second == 0 && bytes[2] == 0;
            return first != 0 && first < 240 && !shared && !benchmark && !protocol;
        }
        // Only 2000::/3 is handed out (RFC 4291); 6to4 and Teredo within it carry IPv4 addresses of any kind.
        var global = (first & 0xe0) == 0x20;
        var sixToFour = first == 0x20 && second == 0x02;
        var teredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo;
    }

    /** The name leads to a private address. */
    public static final class PrivateAddress extends UnknownHostException {
        PrivateAddress() {
            super("the host resolves to a private address");
        }
    }
}
