package org.intakehub.gateway.fetch;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.source.FetchRules;
import org.springframework.stereotype.Component;

/** Gets files by HTTP under a source's rules: no redirects, no private addresses, no more bytes and seconds than allowed. */
@Component
class Downloads {
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout ANSWER = Timeout.ofSeconds(30);

    private final CloseableHttpClient toPublic = client(new PublicAddresses());
    private final CloseableHttpClient toAny = client(SystemDefaultDnsResolver.INSTANCE);
    private final int maxBytes;

    Downloads(HubSettings settings) {
        this.maxBytes =
                (int) Math.min(Integer.MAX_VALUE - 8L, settings.maxAttachment().toBytes());
    }

    /**
     * The file's bytes.
     *
     * @throws RemoteRejected if it may not be fetched, is too large, or is not there
     * @throws RemoteUnavailable if trying again later may work
     */
    byte[] get(URI url, FetchRules rules) {
        if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw new RemoteRejected("only http and https are fetched");
        }
        if (url.getHost() == null || !rules.hosts().contains(url.getHost())) {
            throw new RemoteRejected("its host is not on the source's list");
        }
        var client = rules.privateAddresses() ? toAny : toPublic;
        try {
            return client.execute(new HttpGet(url), this::bytes);
        } catch (PublicAddresses.PrivateAddress e) {
            throw new RemoteRejected("the host resolves to a private address");
        } catch (IOException e) {
            throw new RemoteUnavailable(
                    "the file's server does not answer: " + e.getClass().getSimpleName(), e);
        }
    }

    private byte[] bytes(ClassicHttpResponse response) throws IOException {
        var status = response.getCode();
        if (status == 429 || status >= 500) {
            throw new RemoteUnavailable("the file's server answered " + status);
        }
        if (status != 200 || response.getEntity() == null) {
            throw new RemoteRejected("the file's server answered " + status);
        }
        try (InputStream in = response.getEntity().getContent()) {
            var bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                response.close();
                throw new RemoteRejected("larger than " + maxBytes + " bytes");
            }
            return bytes;
        }
    }

    private static CloseableHttpClient client(DnsResolver resolver) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(ANSWER)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        toPublic.close();
        toAny.close();
    }
}
