package org.intakehub.gateway.similar;

import org.intakehub.core.similar.Fingerprints;
import org.intakehub.core.similar.GramWeights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The shipped weights are read once. */
@Configuration(proxyBeanMethods = false)
class SimilarConfiguration {
    @Bean
    Fingerprints fingerprints() {
        return new Fingerprints(GramWeights.shipped());
    }
}
