package org.intakehub.gateway.receipt;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.MatterStatus;
import org.intakehub.core.channel.StatusQuestion;
import org.intakehub.gateway.platform.Times;
import org.intakehub.gateway.source.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far a source's matters have come, as the world may know it: never of a matter that is confidential. */
@Component
class MatterStatuses {
    private static final Set<String> OPEN_TO_ALL = Set.of("PUBLIC", "NORMAL");
    private static final String CLOSED = "('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED')";

    private static final String UPDATED = "coalesce(h.updated_at, c.updated_at)";

    private final JdbcClient jdbc;

    MatterStatuses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first; a page that was merged is as far as the case that it went into. */
    List<MatterStatus> find(Source source, StatusQuestion question) {
        var time = question.byUpdate() ? UPDATED : "c.received_at";
        var order = question.byUpdate() ? UPDATED : "c.accepted_at";
        return jdbc.sql("select c.external_id, coalesce(h.state, c.state) not in " + CLOSED + " as open, m.extra,"
                        + " c.received_at, " + UPDATED + " as updated_at,"
                        + " (select min(k.due_at) from clock k where k.case_id = coalesce(h.id, c.id)"
                        + " and k.stopped_at is null) as due_at"
                        + " from case_file c left join case_file h on h.id = c.merged_into"
                        + " cross join lateral (select o.normalised #>> array['extras', :extra] as extra from message o"
                        + " where o.case_id = c.id and o.kind = 'MATTER' order by o.seq limit 1) m"
                        + " where c.channel = :channel and c.source = :source and c.external_id is not null"
                        + " and c.confidentiality in (:openToAll) and " + time + " between :from and :to"
                        + " and (:anyId or c.external_id in (:ids)) and (:anyValue or m.extra in (:values))"
                        + " and (:anyState or coalesce(h.state, c.state) not in " + CLOSED + " = :open)"
                        + " order by " + order + " desc, c.id desc limit :size offset :skip")
                .param("extra", question.extra())
                .param("channel", source.channel().value())
                .param("source", source.id().value())
                .param("openToAll", OPEN_TO_ALL)
                .param("from", Times.sql(question.from()))
                .param("to", Times.sql(question.to()))
                .param("anyId", question.externalIds().isEmpty())
                .param("ids", orNone(question.externalIds()))
                .param("anyValue", question.values().isEmpty())
                .param("values", orNone(question.values()))
                .param("anyState", question.isOpen().isEmpty())
                .param("open", question.isOpen().orElse(true))
                .param("size", question.size())
                .param("skip", (question.page() - 1) * question.size())
                .query((row, number) -> new MatterStatus(
                        row.getString("external_id"),
                        row.getBoolean("open"),
                        Optional.ofNullable(row.getString("extra")),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** SQL knows no empty list. */
    private static Set<String> orNone(Set<String> values) {
        return values.isEmpty() ? Set.of("") : values;
    }
}
