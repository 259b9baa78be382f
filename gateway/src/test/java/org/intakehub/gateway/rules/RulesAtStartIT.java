package org.intakehub.gateway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.intakehub.core.dispatch.UnitCode;
import org.intakehub.core.rules.RuleFile;
import org.intakehub.gateway.EmptyTables;
import org.intakehub.gateway.inbox.RunningHub;
import org.intakehub.gateway.platform.HubSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** By which rules a node starts: by what was saved, and by its own copy of it while the database does not answer. */
class RulesAtStartIT extends RunningHub {
    private static final UnitCode NEW = new UnitCode("yinghuo");

    @Autowired
    JdbcClient database;

    @Autowired
    HubSettings settings;

    @Autowired
    SavedRules saved;

    @Autowired
    EditsCopy copy;

    @Autowired
    RulesInForce running;

    @Autowired
    Clock clock;

    @Autowired
    RuleDesk desk;

    @AfterEach
    void forget() {
        EmptyTables.of(database, "rule_change");
        running.follow();
    }

    @Test
    void aNodeStartsByWhatWasSaved() {
        desk.save(RuleFile.UNITS, 0, withOneMore(), "new", "admin");

        assertThat(new RulesInForce(settings, saved, copy).rules().unit(NEW)).isPresent();
    }

    @Test
    void withoutTheDatabaseANodeStartsByWhatItUsedLast() {
        desk.save(RuleFile.UNITS, 0, withOneMore(), "new", "admin");
        var nowhere = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:9/none"));

        assertThat(new RulesInForce(settings, new SavedRules(nowhere, clock), copy)
                        .rules()
                        .unit(NEW))
                .isPresent();
    }

    private String withOneMore() {
        return running.source().installed(RuleFile.UNITS) + "yinghuo,萤火虫办公室,URBAN,,\n";
    }
}
