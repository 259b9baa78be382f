package org.intakehub.gateway.platform;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.routes.stage.Faults;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.connection.CachingConnectionFactory;

/** Keys and the broker: embedded, unless the settings name an outside one. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
    private static final int CACHED_SESSIONS = 256;

    @Bean
    SignedTokens caseTokens(DataDirectory data) {
        return new SignedTokens(data.signingKey(), "case");
    }

    @Bean
    SignedTokens receiptTokens(DataDirectory data) {
        return new SignedTokens(data.signingKey(), "receipt");
    }

    @Bean
    Faults faults() {
        return new DatabaseFaults();
    }

    @Bean
    @ConditionalOnProperty(name = "spring.artemis.broker-url", matchIfMissing = true, havingValue = EmbeddedBroker.URL)
    EmbeddedBroker embeddedBroker(DataDirectory data, HubSettings settings, UnitQueues units) {
        return EmbeddedBroker.start(data, settings.broker(), units, data.secret("broker-password"));
    }

    /** To the embedded broker, which is started first because it is asked for here. */
    @Bean
    @ConditionalOnBean(EmbeddedBroker.class)
    CachingConnectionFactory embeddedConnections(EmbeddedBroker broker, DataDirectory data) {
        return cached(
                new ActiveMQConnectionFactory(EmbeddedBroker.URL, EmbeddedBroker.USER, data.secret("broker-password")));
    }

    @Bean
    @ConditionalOnProperty("spring.artemis.broker-url")
    CachingConnectionFactory outsideConnections(
            @Value("${spring.artemis.broker-url}") String url,
            @Value("${spring.artemis.user:}") String user,
            @Value("${spring.artemis.password:}") String password) {
        return cached(new ActiveMQConnectionFactory(url, user, password));
    }

    private static CachingConnectionFactory cached(ActiveMQConnectionFactory factory) {
        // Units send as well, and no Java object of theirs is ever to come alive here.
        factory.setDeserializationDenyList("*");
        var cached = new CachingConnectionFactory(factory);
        cached.setSessionCacheSize(CACHED_SESSIONS);
        cached.setCacheConsumers(false);
        cached.setReconnectOnException(true);
        return cached;
    }

    @Bean
    JmsComponent jms(ConnectionFactory connections) {
        var jms = JmsComponent.jmsComponentAutoAcknowledge(connections);
        jms.setTestConnectionOnStartup(false);
        return jms;
    }
}
