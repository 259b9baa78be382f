package org.intakehub.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

class DemoSourcesTest {
    @ParameterizedTest
    @ValueSource(strings = {"--demo", "--intake.demo=true"})
    void eitherSwitchSetsUpBothSources(String argument) {
        var environment = started(argument);

        assertThat(environment.getProperty("intake.demo")).isEqualTo("true");
        assertThat(environment.getProperty("intake.sources.mayor.channel")).isEqualTo("mayor-mailbox");
        assertThat(environment.getProperty("intake.sources.partner.channel")).isEqualTo("standard-webhook");
    }

    @Test
    void everyPlatformIsThereWithAPortOfItsOwn() {
        var environment = started("--demo");
        assertThat(List.of(
                        "wechat", "weibo", "police", "emergency", "telephone", "app", "urban", "province", "hotline"))
                .allSatisfy(source -> assertThat(environment.getProperty("intake.sources." + source + ".channel"))
                        .isNotBlank());
        assertThat(environment.getProperty("intake.sources.board.url"))
                .isNotEqualTo(environment.getProperty("intake.sources.site.url"));
        assertThat(environment.getProperty("intake.sources.urban.poll-every")).isEqualTo("6s");
    }

    @Test
    void theSecretsAreNewAtEveryStart() {
        assertThat(started("--demo").getProperty("intake.sources.partner.secrets[0]"))
                .isNotEqualTo(started("--demo").getProperty("intake.sources.partner.secrets[0]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server.port=0", "--intake.demo=false"})
    void withoutTheSwitchNothingIsAdded(String argument) {
        assertThat(started(argument).getProperty("intake.sources.partner.channel"))
                .isNull();
    }

    @Test
    void whatIsWrittenDownGoesFirst() {
        var environment = new StandardEnvironment();
        var written = Map.<String, Object>of("intake.demo", "true", "intake.sources.mayor.poll-every", "9s");
        environment.getPropertySources().addFirst(new MapPropertySource("written", written));

        new DemoSources().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("intake.sources.mayor.poll-every")).isEqualTo("9s");
    }

    private static ConfigurableEnvironment started(String argument) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(argument));
        new DemoSources().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
