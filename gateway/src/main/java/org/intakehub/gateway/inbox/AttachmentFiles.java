package org.intakehub.gateway.inbox;

import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.archive.BlobStore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A case's attachments, for those who may see who sent them. */
@RestController
class AttachmentFiles {
    private final JdbcClient jdbc;
    private final CaseSheets sheets;
    private final BlobStore blobs;

    AttachmentFiles(JdbcClient jdbc, CaseSheets sheets, BlobStore blobs) {
        this.jdbc = jdbc;
        this.sheets = sheets;
        this.blobs = blobs;
    }

    @GetMapping({"/cases/{id}/attachments/{attachment}", "/api/v1/cases/{id}/attachments/{attachment}"})
    ResponseEntity<InputStreamResource> file(
            @PathVariable UUID id, @PathVariable UUID attachment, @AuthenticationPrincipal Account account) {
        var access = CaseAccess.of(account);
        if (sheets.confidentiality(access, id).filter(access::seesCitizen).isEmpty()) {
            throw CaseController.notFound();
        }
        var stored = jdbc.sql(
                        "select a.name, a.type, a.size, a.sha256 from attachment a join message m on m.id = a.message_id"
                                + " where a.id = ? and m.case_id = ? and a.state = 'STORED'")
                .params(attachment, id)
                .query(Stored.class)
                .optional()
                .orElseThrow(CaseController::notFound);
        var bytes = blobs.open(stored.sha256()).orElseThrow(CaseController::notFound);
        return Download.typed(stored.name(), stored.type()).body(new InputStreamResource(bytes));
    }

    private record Stored(
            String name, @Nullable String type, @Nullable Long size, String sha256) {}
}
