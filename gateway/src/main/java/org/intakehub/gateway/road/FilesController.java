package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.FileAdapter;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.gateway.source.Source;
import org.intakehub.gateway.source.Sources;
import org.intakehub.routes.stage.Journal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in a file that a person brings for a source, such as an export of a back office; the same file twice is one message. */
@RestController
@Tag(name = "Channels")
class FilesController {
    private final Sources sources;
    private final Journal journal;
    private final Clock clock;

    FilesController(Sources sources, Journal journal, Clock clock) {
        this.sources = sources;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param receiptId asks {@code GET /receipts/{id}} what became of the file */
    record Taken(String receiptId) {}

    @PostMapping(path = "/api/v1/channels/{source}/files", consumes = "*/*")
    @Operation(
            summary = "Take in a file for a source",
            description = "The body is the file's bytes. Answers 202 once they are durable.")
    ResponseEntity<?> take(
            @PathVariable("source") String name, @RequestParam("name") String fileName, HttpServletRequest request)
            throws IOException {
        var source = sources.find(name).orElse(null);
        var adapter = source == null ? null : source.as(FileAdapter.class).orElse(null);
        if (source == null || adapter == null) {
            return problem(HttpStatus.NOT_FOUND, "no source of this name takes files");
        }
        var bare = Attachment.bare(fileName);
        var ending = bare.substring(bare.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!adapter.endings().contains(ending)) {
            return problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "this source takes files that end in " + String.join(", ", adapter.endings()));
        }
        var bytes = request.getInputStream().readNBytes(source.maxBytes() + 1);
        if (bytes.length > source.maxBytes()) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "a file has at most " + source.maxBytes() + " bytes here");
        }
        return keep(source, bare, Payload.of(bytes));
    }

    private ResponseEntity<?> keep(Source source, String fileName, Payload bytes) {
        var raw = new RawMessage(
                source.channel(),
                source.id(),
                "file:" + bytes.sha256() + ":" + Payload.of(fileName, UTF_8).sha256(),
                clock.instant(),
                Map.of(FileAdapter.FILE_NAME, fileName),
                bytes,
                SignatureStatus.ENTERED);
        try {
            return ResponseEntity.accepted().body(new Taken(journal.keep(raw)));
        } catch (RemoteUnavailable e) {
            return problem(
                    HttpStatus.SERVICE_UNAVAILABLE, "nothing can be taken in at the moment; please send it again");
        }
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
