package org.intakehub.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** A hub's database, as its operator sees it. */
interface Database extends AutoCloseable {
    /** What the hub has to be told of it. */
    Map<String, String> settings();

    Connection connect() throws SQLException;

    /** Starts it, the first time or again with what it held. */
    void start();

    void stop();

    @Override
    default void close() {
        stop();
    }
}
