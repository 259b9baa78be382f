package org.intakehub.gateway.fetch;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.source.FetchRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Gets files by HTTP under a source's rules: no redirects, no private addresses, no more bytes and seconds than allowed. */
@Component
class Downloads {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final CloseableHttpClient toPublic = GuardedClients.toPublic();
    private final CloseableHttpClient toAny = GuardedClients.toAny();
    private final int maxBytes;
    private final Duration longest;

    @Autowired
    Downloads(HubSettings settings) {
        this(settings, LONGEST);
    }

    /** @param longest that one file may take */
    Downloads(HubSettings settings, Duration longest) {
        this.longest = longest;
        this.maxBytes =
                (int) Math.min(Integer.MAX_VALUE - 8L, settings.maxAttachment().toBytes());
    }

    /**
     * The file's bytes.
     *
     * @throws RemoteRejected if it may not be fetched, is too large, or is not there
     * @throws RemoteUnavailable if trying again later may work
     */
    byte[] get(Call call, FetchRules rules) {
        var url = call.url();
        if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw new RemoteRejected("only http and https are fetched");
        }
        if (!rules.allows(url)) {
            throw new RemoteRejected("its host is not on the source's list");
        }
        var client = rules.privateAddresses() ? toAny : toPublic;
        try {
            var request = new HttpGet(url);
            call.headers().forEach(request::setHeader);
            return client.execute(request, response -> bytes(request, response));
        } catch (PublicAddresses.PrivateAddress e) {
            throw new RemoteRejected("the host resolves to a private address");
        } catch (IOException e) {
            throw new RemoteUnavailable(
                    "the file's server does not answer: " + e.getClass().getSimpleName(), e);
        }
    }

    private byte[] bytes(HttpGet request, ClassicHttpResponse response) throws IOException {
        var status = response.getCode();
        if (status == 429 || status >= 500) {
            throw new RemoteUnavailable("the file's server answered " + status);
        }
        if (status != 200 || response.getEntity() == null) {
            throw new RemoteRejected("the file's server answered " + status);
        }
        try (InputStream in = response.getEntity().getContent()) {
            return read(in, request);
        }
    }

    /** A server that hands out a byte now and then keeps within the time of each read for ever: the whole has a limit too. */
    private byte[] read(InputStream in, HttpGet request) throws IOException {
        var end = System.nanoTime() + longest.toNanos();
        var file = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = in.read(buffer)) >= 0; ) {
            if (file.size() + read > maxBytes) {
                throw abandoned(request, "larger than " + maxBytes + " bytes");
            }
            if (System.nanoTime() > end) {
                throw abandoned(request, "it took longer than " + longest.toSeconds() + " seconds");
            }
            file.write(buffer, 0, read);
        }
        return file.toByteArray();
    }

    /** Breaks the connection: closing the response alone would first read all the rest, however long that takes. */
    private static RemoteRejected abandoned(HttpGet request, String reason) {
        request.abort();
        return new RemoteRejected(reason);
    }

    @PreDestroy
    void close() throws IOException {
        toPublic.close();
        toAny.close();
    }
}
