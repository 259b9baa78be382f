package org.intakehub.acceptance;

import jakarta.jms.ConnectionFactory;
import java.util.Map;

/** A hub's broker, as its operator and the departments see it. */
interface Broker extends AutoCloseable {
    /** What the hub has to be told of it. */
    Map<String, String> settings();

    /** How departments connect to it. */
    ConnectionFactory departments();

    /** Starts it, the first time or again with what it held. */
    void start();

    void stop();

    @Override
    default void close() {
        stop();
    }
}
