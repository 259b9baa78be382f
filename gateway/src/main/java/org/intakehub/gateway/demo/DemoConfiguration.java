package org.intakehub.gateway.demo;

import java.time.Clock;
import org.intakehub.core.channel.Secret;
import org.intakehub.simulators.MailTown;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** The simulated far ends of demo mode. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(DemoSources.SWITCH)
class DemoConfiguration {
    @Bean
    MailTown mailTown(Environment environment) {
        return MailTown.start(
                new Secret(environment.getRequiredProperty(DemoSources.MAILBOX + "password")),
                environment.getRequiredProperty(DemoSources.MAILBOX + "port", Integer.class),
                environment.getRequiredProperty(DemoSources.MAILBOX + "smtp.port", Integer.class));
    }

    @Bean
    DemoTraffic demoTraffic(MailTown town, Environment environment, Clock clock) {
        var secret = new Secret(environment.getRequiredProperty(DemoSources.PARTNER + "secrets[0]"));
        return new DemoTraffic(town, secret, clock);
    }

    @Bean
    ChannelTraffic channelTraffic(ConfigurableEnvironment environment, Clock clock) {
        var settings = environment.getPropertySources().get(DemoSources.DemoSettings.NAME);
        if (settings instanceof DemoSources.DemoSettings demo) {
            return new ChannelTraffic(demo.ends(), clock);
        }
        throw new IllegalStateException("the demo's settings are missing");
    }
}
