package org.intakehub.adapter.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.intakehub.adapter.testkit.AdapterUnderTest;
import org.intakehub.adapter.testkit.LoopbackHub;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.WebhookAdapter;
import org.intakehub.simulators.open311.CitizenApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CitizenAppTest {
    private LoopbackHub hub;
    private CitizenApp app;

    @BeforeEach
    void start() throws IOException {
        var adapter = (WebhookAdapter) new Open311Provider().adapter(AdapterUnderTest.SOURCE, Endpoints.city());
        hub = LoopbackHub.before(adapter, Clock.fixed(AdapterUnderTest.NOW, ZoneOffset.UTC));
        app = new CitizenApp(hub.base(), Endpoints.KEY);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void readsWhatCanBeReportedAndReportsIt() throws Exception {
        assertThat(app.read("services.json").body()).contains("\"service_code\":\"010203\"");
        assertThat(app.read("services/040101.xml").body()).contains("<code>POLE</code>");
        assertThat(app.read("services/nothing.xml").body()).contains("<errors><error><code>404</code>");
        var said = app.report("json", report());
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body()).contains(hub.messages().get(0).externalId().orElseThrow());
        assertThat(hub.messages().get(0).text()).isEqualTo("一袋垃圾");
    }

    @Test
    void aRequestThatIsSentAgainIsTheSameOne() throws Exception {
        hub.failNext(1);
        assertThat(app.report("xml", report()).status()).isEqualTo(503);
        var first = app.report("xml", report());
        var second = app.report("xml", report());
        assertThat(second).isEqualTo(first);
        assertThat(hub.kept()).hasSize(1);
    }

    @Test
    void anApplicationWithoutAKeyOfOursIsRefused() throws Exception {
        var stranger = new CitizenApp(hub.base(), new Secret("another-key"));
        assertThat(stranger.report("xml", report()).status()).isEqualTo(403);
        assertThat(hub.kept()).isEmpty();
    }

    private static Map<String, String> report() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("service_code", "010203");
        fields.put("lat", "31.6");
        fields.put("long", "117.9");
        fields.put("description", "一袋垃圾");
        return fields;
    }
}
