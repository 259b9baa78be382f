package org.intakehub.acceptance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The machine's own PostgreSQL, as {@code deploy/external} sets it up. */
record OutsideDatabase(Script script) implements Database {
    private static final List<String> SETTINGS =
            List.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password");

    OutsideDatabase(Path city) {
        this(Script.below(city));
    }

    @Override
    public Map<String, String> settings() {
        var written = script.settings();
        return SETTINGS.stream().collect(Collectors.toMap(name -> name, written::getProperty));
    }

    @Override
    public Connection connect() throws SQLException {
        var settings = script.settings();
        return DriverManager.getConnection(
                settings.getProperty("spring.datasource.url"),
                settings.getProperty("spring.datasource.username"),
                settings.getProperty("spring.datasource.password"));
    }

    @Override
    public void start() {
        script.run("start", "database");
    }

    @Override
    public void stop() {
        script.run("stop", "database");
    }
}
