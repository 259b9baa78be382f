package org.intakehub.simulators.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Instant;
import org.intakehub.simulators.Matters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CityWebsiteTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private CityWebsite site;
    private int id;

    @BeforeEach
    void start() throws IOException {
        site = CityWebsite.start();
        id = site.publish(new Matters(1).of(1), Instant.parse("2026-11-20T02:00:00Z"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void wantsToKnowWhoRefersToItsList() throws IOException, InterruptedException {
        var path = "/IGI/nbhd/openGovmsgbox.do?method=listGovmsgboxs&siteId=151&appId=22&pageIndex=1&pageSize=15";

        assertThat(get(path).statusCode()).isEqualTo(403);
        var call = HttpRequest.newBuilder(URI.create(site.url() + path))
                .header("Referer", site.url() + "/")
                .build();
        assertThat(client.send(call, BodyHandlers.ofString()).body()).contains("\"METADATAID\":" + id);
    }

    @Test
    void refusesAFormWithoutTokenAndCookies() throws IOException, InterruptedException {
        var call = HttpRequest.newBuilder(URI.create(site.url() + "/hdjlpt/letter/pubList"))
                .POST(BodyPublishers.ofString("offset=0&limit=20&site_id=7"))
                .build();

        assertThat(client.send(call, BodyHandlers.ofString()).statusCode()).isEqualTo(419);
    }

    @Test
    void redirectsFromALetterThatIsGone() throws IOException, InterruptedException {
        site.withdraw(id);

        assertThat(get("/jact/front/mailpubdetail.do?transactId=" + id + "&sysid=52")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void saysWhatItIsWrittenInOnlyWithinItsPages() throws IOException, InterruptedException {
        var answer = get("/hd/letters/" + id + ".html");

        assertThat(answer.headers().firstValue("content-type")).contains("text/html");
        assertThat(new String(answer.body(), Charset.forName("GB18030")))
                .contains("gb2312")
                .contains(new Matters(1).of(1).title());
    }

    @Test
    void failsAsToldAndRemembersCalls() throws IOException, InterruptedException {
        site.failNext(0, 412);

        assertThat(get("/hd/list/0.html").statusCode()).isEqualTo(200);
        assertThat(get("/hd/list/0.html").statusCode()).isEqualTo(412);
        assertThat(site.requests()).containsExactly("GET /hd/list/0.html", "GET /hd/list/0.html");
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(site.url() + path)).build(), BodyHandlers.ofByteArray());
    }
}
