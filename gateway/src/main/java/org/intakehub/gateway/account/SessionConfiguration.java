package org.intakehub.gateway.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions that survive a restart and an upgrade. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService() {
        return new SessionBytes();
    }

    /** Two requests of one browser may write the same attribute at once. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionWrites() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
