package org.intakehub.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SourceSettingsTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static Sources sources(Map<String, Object> properties) {
        var all = new HashMap<String, Object>(Map.of(
                "intake.sources.partner.channel", "standard-webhook", "intake.sources.partner.secrets[0]", SECRET));
        all.putAll(properties);
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", all));
        return new Sources(environment);
    }

    @Test
    void aSourceHasItsChannelAndLimits() {
        var source = sources(Map.of(
                        "intake.sources.partner.limits.max-body", "64KB",
                        "intake.sources.partner.fetch.hosts", "files.example.org",
                        "intake.sources.partner.poll-every", "30s"))
                .find("partner")
                .orElseThrow();
        assertThat(source.channel()).hasToString("standard-webhook");
        assertThat(source.maxBytes()).isEqualTo(64 * 1024);
        assertThat(source.fetching().allows(URI.create("https://FILES.example.org/a.jpg")))
                .isTrue();
        assertThat(source.fetching().allows(URI.create("https://evil.example.org/a.jpg")))
                .isFalse();
        assertThat(source.pollEvery()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "wrong.channel,        carrier-pigeon,   standard-webhook",
        "wrong.secrets[0],     hush-not-base64!, secrets",
        "wrong.limits.max-body, lots-of-it,      max-body",
        "wrong.limits.burst,   0,                burst",
        "wrong.poll-every,     now-and-then,     poll-every",
        "wrong.poll-every,     0s,               poll-every",
        "wrong.fetch.hosts,    https://a.b/c,    fetch.hosts",
        "Wrong_Name.channel,   standard-webhook, lower case"
    })
    void aWrongSettingIsNamedWithoutItsValueAndOnlyItsSourceIsOff(String name, String value, String named) {
        var properties = new HashMap<String, Object>();
        if (name.startsWith("wrong")) {
            properties.put("intake.sources.wrong.channel", "standard-webhook");
            properties.put("intake.sources.wrong.secrets[0]", SECRET);
        }
        properties.put("intake.sources." + name, value);
        var sources = sources(properties);

        assertThat(sources.find("partner")).isPresent();
        assertThat(sources.running()).hasSize(1);
        assertThat(sources.broken()).hasSize(1);
        assertThat(sources.broken().get(0).problem()).contains(named).doesNotContain(value, SECRET);
    }

    @Test
    void noSourcesAtAllIsAnEmptyHub() {
        var sources = new Sources(new StandardEnvironment());
        assertThat(sources.running()).isEmpty();
        assertThat(sources.broken()).isEmpty();
    }
}
