package org.intakehub.gateway.fetch;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.tika.Tika;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.FileGivingAdapter;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.gateway.archive.BlobStore;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.call.AdapterCalls;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stage fetch: gets one linked attachment; a server's final no is kept as the reason why it is missing. */
@Component
public class FetchStage implements Stage {
    private final JdbcClient jdbc;
    private final Downloads downloads;
    private final AdapterCalls calls;
    private final BlobStore blobs;
    private final Sources sources;
    private final History history;
    private final TransactionTemplate transaction;
    private final Tika types = new Tika();

    FetchStage(
            JdbcClient jdbc,
            Downloads downloads,
            AdapterCalls calls,
            BlobStore blobs,
            Sources sources,
            History history,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.downloads = downloads;
        this.calls = calls;
        this.blobs = blobs;
        this.sources = sources;
        this.history = history;
        this.transaction = transaction;
    }

    @Override
    public List<Hop> run(Delivery delivery) {
        pending(delivery.id()).ifPresent(this::fetch);
        return List.of();
    }

    private void fetch(Pending pending) {
        try {
            var bytes = download(pending);
            check(pending, bytes);
            var sha256 = blobs.keep(bytes);
            transaction.executeWithoutResult(status -> {
                jdbc.sql("update attachment set state = 'STORED', type = ?, size = ?, sha256 = ? where id = ?")
                        .params(types.detect(bytes, pending.name()), bytes.length, sha256, pending.id())
                        .update();
                append(pending, History.Event.ATTACHMENT_FETCHED, "");
            });
        } catch (RemoteRejected e) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("update attachment set state = 'FAILED', reason = ? where id = ?")
                        .params(String.valueOf(e.getMessage()), pending.id())
                        .update();
                append(pending, History.Event.ATTACHMENT_FAILED, String.valueOf(e.getMessage()));
            });
        }
    }

    private byte[] download(Pending pending) {
        var source = sources.find(pending.source())
                .orElseThrow(() -> new RemoteUnavailable("its source is not switched on at the moment"));
        var call = Call.get(URI.create(pending.url()), Map.of());
        // What may not be fetched must not see the source's token either.
        return source.fetching().allows(call.url())
                ? downloads.get(calls.ready(source.id(), source.adapter(), call), source.fetching())
                : downloads.get(call, source.fetching());
    }

    /** Some platforms tell an error as if it were the file. */
    private void check(Pending pending, byte[] bytes) {
        sources.find(pending.source())
                .flatMap(source -> source.as(FileGivingAdapter.class))
                .ifPresent(adapter -> adapter.checkFile(Payload.of(bytes)));
    }

    private void append(Pending pending, History.Event event, String reason) {
        history.append(pending.caseId(), History.HUB, event, Map.of("attachment", pending.id(), "reason", reason));
    }

    private record Pending(UUID id, UUID caseId, String source, String name, String url) {}

    private Optional<Pending> pending(String id) {
        return jdbc.sql("""
                        select a.id, m.case_id, m.source, a.name, a.url from attachment a join message m on m.id = a.message_id
                        where a.id = ?::uuid and a.state = 'PENDING'
                        """).param(id).query(Pending.class).optional();
    }
}
