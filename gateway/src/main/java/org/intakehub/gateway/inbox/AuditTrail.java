package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.history.History;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did to cases, over all cases, newest first: out of the history that nobody can change. */
@Component
class AuditTrail {
    private static final String BY_PEOPLE = "h.actor <> '" + History.HUB + "'";

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One thing that somebody did.
     *
     * @param actor the login name of a person, or what a unit or machine is called by
     * @param person the name of the account; null if there is none of that name any more
     * @param kind an event of the history
     */
    record Deed(long id, Instant at, String actor, @Nullable String person, String kind, UUID caseId, String number) {}

    /**
     * A page of it.
     *
     * @param actor empty for everybody
     * @param kind empty for all kinds
     */
    Page<Deed> list(String actor, String kind, Optional<Long> after, int size) {
        var rows = jdbc.sql(
                        "select h.id, h.at, h.actor, u.display_name as person, h.kind, h.case_id, c.number from history h"
                                + " join case_file c on c.id = h.case_id left join user_account u on u.username = h.actor where "
                                + BY_PEOPLE + " and h.id < :after"
                                + (actor.isEmpty() ? "" : " and h.actor = :actor")
                                + (kind.isEmpty() ? "" : " and h.kind = :kind") + " order by h.id desc limit :limit")
                .param("after", after.orElse(Long.MAX_VALUE))
                .param("actor", actor)
                .param("kind", kind)
                .param("limit", size + 1)
                .query(Deed.class)
                .list();
        return Page.of(rows, size, row -> Long.toString(row.id()));
    }
}
