package org.intakehub.gateway.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.rules.RuleFile;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.platform.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people changed in the rule files, every version of it; the database is common to all nodes, and so are these. */
@Component
class SavedRules {
    /** Of the advisory lock: two changes at once might fit with the rules as they are, but not with each other. */
    private static final long LOCK = 0x72756c6573L;

    private static final String COLUMNS = "id, file, revision, at, actor, reason, content is null as installed";

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One change of a file.
     *
     * @param revision 1 for the first change of the file
     * @param installed the file went back to what the installation brings
     */
    record Change(long id, String file, int revision, Instant at, String actor, String reason, boolean installed) {}

    private record Text(String file, @Nullable String content) {}

    /** Differs whenever anything was changed; 0 if nothing ever was. */
    long version() {
        return jdbc.sql("select coalesce(max(id), 0) from rule_change")
                .query(Long.class)
                .single();
    }

    /** What takes the place of the installation's files now. */
    Edits edits() {
        // The version first: what comes between is then read again rather than missed.
        var version = version();
        var texts = new EnumMap<RuleFile, String>(RuleFile.class);
        jdbc.sql("select distinct on (file) file, content from rule_change order by file, revision desc")
                .query(Text.class)
                .list()
                .forEach(row -> RuleFile.named(row.file()).ifPresent(file -> {
                    if (row.content() != null) {
                        texts.put(file, row.content());
                    }
                }));
        return new Edits(version, texts);
    }

    /** The last change of each file that was ever changed. */
    Map<RuleFile, Change> latest() {
        var latest = new EnumMap<RuleFile, Change>(RuleFile.class);
        jdbc.sql("select distinct on (file) " + COLUMNS + " from rule_change order by file, revision desc")
                .query(Change.class)
                .list()
                .forEach(change -> RuleFile.named(change.file()).ifPresent(file -> latest.put(file, change)));
        return latest;
    }

    int revision(RuleFile file) {
        return jdbc.sql("select coalesce(max(revision), 0) from rule_change where file = ?")
                .param(file.fileName())
                .query(Integer.class)
                .single();
    }

    /**
     * Changes of a file, newest first.
     *
     * @param before a revision
     */
    List<Change> changes(RuleFile file, int before, int most) {
        return jdbc.sql("select " + COLUMNS
                        + " from rule_change where file = ? and revision < ? order by revision desc limit ?")
                .params(file.fileName(), before, most)
                .query(Change.class)
                .list();
    }

    Optional<Change> change(RuleFile file, int revision) {
        return jdbc.sql("select " + COLUMNS + " from rule_change where file = ? and revision = ?")
                .params(file.fileName(), revision)
                .query(Change.class)
                .optional();
    }

    /** The text that a change brought; empty if there is no such change, or if it brought back the installation's file. */
    Optional<String> content(RuleFile file, int revision) {
        return jdbc.sql("select content from rule_change where file = ? and revision = ? and content is not null")
                .params(file.fileName(), revision)
                .query(String.class)
                .optional();
    }

    /** Lets one change after the other through, until the transaction ends. */
    void lock() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(?)) one")
                .param(LOCK)
                .query(Integer.class)
                .single();
    }

    /** @param content empty: back to what the installation brings */
    void add(RuleFile file, int revision, String actor, String reason, Optional<String> content) {
        jdbc.sql("insert into rule_change (file, revision, at, actor, reason, content)"
                        + " values (:file, :revision, :at, :actor, :reason, :content)")
                .param("file", file.fileName())
                .param("revision", revision)
                .param("at", Times.sql(clock.instant()))
                .param("actor", actor)
                .param("reason", Json.storable(reason))
                .param("content", content.map(Json::storable).orElse(null))
                .update();
    }
}
