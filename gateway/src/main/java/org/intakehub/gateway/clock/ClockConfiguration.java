package org.intakehub.gateway.clock;

import org.intakehub.core.clock.Deadlines;
import org.intakehub.core.clock.NightRest;
import org.intakehub.core.rules.CityRules;
import org.intakehub.gateway.platform.HubSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The city's calendar and nights. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    @Bean
    Deadlines deadlines(CityRules rules, HubSettings settings) {
        return new Deadlines(rules::calendar, settings.zone());
    }

    @Bean
    NightRest nightRest(ClockSettings clocks, HubSettings settings) {
        return new NightRest(clocks.nightFrom(), clocks.nightTo(), settings.zone());
    }
}
