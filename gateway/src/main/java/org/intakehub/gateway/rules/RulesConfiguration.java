package org.intakehub.gateway.rules;

import org.intakehub.core.rules.CityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The city's rules for everybody who works by them. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    @Bean
    CityRules cityRules(RulesInForce inForce) {
        return inForce.rules();
    }
}
