package org.intakehub.gateway.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.casefile.TimeOrderedIds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The database, embedded unless the settings name an outside one, and what writing to it takes: all that a command needs of the hub. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HubSettings.class)
@Import(DataDirectory.class)
public class DatabaseConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Supplier<UUID> ids(Clock clock) {
        return new TimeOrderedIds(clock, new SecureRandom());
    }

    @Bean
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedDatabase embeddedDatabase(DataDirectory data, @Value("${intake.command:false}") boolean command) {
        return command ? EmbeddedDatabase.join(data) : EmbeddedDatabase.start(data);
    }

    @Bean
    @ConditionalOnBean(EmbeddedDatabase.class)
    JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url();
            }
        };
    }
}
