package org.intakehub.gateway.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.tika.Tika;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.gateway.archive.BlobStore;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.platform.Json;
import org.intakehub.gateway.source.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the files that came with a message; those that are only linked are queued to be fetched, where the source allows it. */
@Component
class Attachments {
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final BlobStore blobs;
    private final Supplier<UUID> ids;
    private final long maxBytes;
    private final Tika types = new Tika();

    Attachments(JdbcClient jdbc, BlobStore blobs, Supplier<UUID> ids, HubSettings settings) {
        this.jdbc = jdbc;
        this.blobs = blobs;
        this.ids = ids;
        this.maxBytes = settings.maxAttachment().toBytes();
    }

    /**
     * Adds all files of a message.
     *
     * @return ids of the attachments that are to be fetched
     */
    List<UUID> add(UUID messageId, IntakeMessage message, Source source) {
        var toFetch = new ArrayList<UUID>();
        var position = 0;
        for (var attachment : message.attachments()) {
            var id = ids.get();
            if (position >= MOST) {
                insert(id, messageId, position, attachment, "REFUSED", "a message keeps at most " + MOST + " files");
            } else if (attachment instanceof Attachment.Inline inline) {
                keep(id, messageId, position, inline);
            } else if (attachment instanceof Attachment.Linked linked) {
                if (await(id, messageId, position, linked, source)) {
                    toFetch.add(id);
                }
            }
            position++;
        }
        return toFetch;
    }

    private void keep(UUID id, UUID messageId, int position, Attachment.Inline inline) {
        if (inline.content().size() > maxBytes) {
            insert(id, messageId, position, inline, "REFUSED", "larger than " + maxBytes + " bytes");
            return;
        }
        var bytes = inline.content().bytes();
        jdbc.sql("""
                        insert into attachment (id, message_id, position, name, declared_type, type, size, sha256, inline, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'STORED')
                        """)
                .params(
                        id,
                        messageId,
                        position,
                        Json.storable(inline.name()),
                        Json.storable(inline.declaredType()),
                        types.detect(bytes, inline.name()),
                        bytes.length,
                        blobs.keep(bytes),
                        inline.inline())
                .update();
    }

    private boolean await(UUID id, UUID messageId, int position, Attachment.Linked linked, Source source) {
        if (!source.fetching().allows(linked.url())) {
            insert(id, messageId, position, linked, "REFUSED", "its host is not on the source's list");
            return false;
        }
        insert(id, messageId, position, linked, "PENDING", null);
        return true;
    }

    private void insert(
            UUID id, UUID messageId, int position, Attachment attachment, String state, @Nullable String reason) {
        jdbc.sql("""
                        insert into attachment (id, message_id, position, name, declared_type, url, state, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        messageId,
                        position,
                        Json.storable(attachment.name()),
                        Json.storable(attachment.declaredType()))
                .param(
                        attachment instanceof Attachment.Linked linked
                                ? Json.storable(linked.url().toString())
                                : null)
                .param(state)
                .param(reason)
                .update();
    }
}
