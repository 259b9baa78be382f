package org.intakehub.gateway.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RequestingAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.history.History.Event;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.reply.Requests;
import org.intakehub.routes.stage.SourceHealth;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests in the database, with the proof of what was sent. */
@Component
class SavedRequests implements Requests {
    /** Of these not even the police learn the name from a machine. */
    private static final Set<Confidentiality> NAMELESS =
            Set.of(Confidentiality.WHISTLEBLOWER, Confidentiality.SENSITIVE);

    private final JdbcClient jdbc;
    private final Sources sources;
    private final SignedTokens tokens;
    private final Proofs proofs;
    private final History history;
    private final Json json;
    private final SourceHealth health;
    private final TransactionTemplate transaction;

    SavedRequests(
            JdbcClient jdbc,
            Sources sources,
            @Qualifier("caseTokens") SignedTokens tokens,
            Proofs proofs,
            History history,
            Json json,
            SourceHealth health,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.tokens = tokens;
        this.proofs = proofs;
        this.history = history;
        this.json = json;
        this.health = health;
        this.transaction = transaction;
    }

    @Override
    public Optional<Sending> begin(String requestId) {
        return Objects.requireNonNull(transaction.execute(status -> start(requestId)));
    }

    private record Found(String state, String source, FarRequest request) {}

    private Optional<Sending> start(String requestId) {
        var found = lock(requestId);
        if (found.state().equals("SENDING")) {
            settle(requestId, "UNCERTAIN", Event.REQUEST_UNCERTAIN, "the hub stopped while it was being sent");
        }
        if (!found.state().equals("QUEUED")) {
            return Optional.empty();
        }
        var adapter = sources.find(found.source()).flatMap(source -> source.as(RequestingAdapter.class));
        if (adapter.isEmpty()) {
            settle(requestId, "FAILED", Event.REQUEST_FAILED, "its source cannot be asked at the moment");
            return Optional.empty();
        }
        try {
            var outgoing = adapter.get().ask(found.request());
            jdbc.sql("update far_request set state = 'SENDING', attempts = attempts + 1 where id = ?::uuid")
                    .param(requestId)
                    .update();
            return Optional.of(new Sending(new SourceId(found.source()), outgoing, adapter.get()));
        } catch (RemoteRejected e) {
            settle(requestId, "FAILED", Event.REQUEST_FAILED, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public void leaving(String requestId, Payload outgoing) {
        proofs.left(Proofs.Owner.REQUEST, requestId, outgoing);
    }

    @Override
    public void answered(String requestId, int status, Payload answer) {
        proofs.answered(Proofs.Owner.REQUEST, requestId, status, answer);
    }

    @Override
    public void sent(String requestId, String platformId) {
        transaction.executeWithoutResult(status -> {
            // a ruling may have overtaken the confirmation
            jdbc.sql(
                            "update far_request set state = case state when 'SENDING' then 'SENT' else state end, platform_id = ?,"
                                    + " sent_at = now(), reason = null where id = ?::uuid")
                    .params(platformId, requestId)
                    .update();
            append(requestId, Event.REQUEST_SENT, "");
        });
    }

    @Override
    public void notSent(String requestId, String reason) {
        var source = jdbc.sql("update far_request set state = 'QUEUED', reason = ? where id = ?::uuid returning source")
                .params(reason, requestId)
                .query(String.class)
                .single();
        health.failed(new SourceId(source), reason);
    }

    @Override
    public void byHand(String requestId, String instruction) {
        transaction.executeWithoutResult(status -> settle(requestId, "BY_HAND", Event.REQUEST_BY_HAND, instruction));
    }

    @Override
    public void refused(String requestId, String reason) {
        transaction.executeWithoutResult(status -> settle(requestId, "FAILED", Event.REQUEST_FAILED, reason));
    }

    @Override
    public void uncertain(String requestId, String reason) {
        transaction.executeWithoutResult(status -> settle(requestId, "UNCERTAIN", Event.REQUEST_UNCERTAIN, reason));
    }

    private void settle(String requestId, String state, Event event, String reason) {
        jdbc.sql("update far_request set state = ?, reason = ? where id = ?::uuid")
                .params(state, reason, requestId)
                .update();
        append(requestId, event, reason);
    }

    private void append(String requestId, Event event, String reason) {
        var caseId = jdbc.sql("select case_id from far_request where id = ?::uuid")
                .param(requestId)
                .query(UUID.class)
                .single();
        history.append(caseId, History.HUB, event, Map.of("request", requestId, "reason", reason));
    }

    private Found lock(String requestId) {
        return jdbc.sql("""
                        select q.state, q.source, q.data::text as data, q.created_at, c.number, c.title, c.description, c.address,
                            c.citizen_name, c.citizen_phones[1] as phone, c.confidentiality,
                            case when c.source = q.source then c.external_id end as external_id
                        from far_request q join case_file c on c.id = q.case_id where q.id = ?::uuid for update of q
                        """)
                .param(requestId)
                .query((row, number) ->
                        new Found(row.getString("state"), row.getString("source"), request(requestId, row)))
                .single();
    }

    private FarRequest request(String requestId, ResultSet row) throws SQLException {
        var fields = json.read(row.getString("data"), RequestFields.class);
        var number = row.getString("number");
        var handOver = handOver(row);
        return new FarRequest(
                requestId,
                number,
                tokens.sign(number),
                Optional.ofNullable(row.getString("external_id")),
                fields.opinion(),
                fields.wish(() -> handOver),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static FarRequest.HandOver handOver(ResultSet row) throws SQLException {
        var confidentiality = Confidentiality.valueOf(row.getString("confidentiality"));
        var isNameless = NAMELESS.contains(confidentiality);
        return new FarRequest.HandOver(
                row.getString("title"),
                row.getString("description"),
                Optional.ofNullable(row.getString("address")),
                isNameless ? Optional.empty() : Optional.ofNullable(row.getString("citizen_name")),
                isNameless ? Optional.empty() : Optional.ofNullable(row.getString("phone")),
                confidentiality != Confidentiality.PUBLIC && confidentiality != Confidentiality.NORMAL);
    }
}
