package org.intakehub.gateway.road;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.intakehub.core.channel.RemoteUnavailable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in again what a mailbox received in a span of time, after an outage or a mistake; nothing is doubled. */
@RestController
@Tag(name = "Sources")
class BackfillController {
    private final Pollers pollers;

    BackfillController(Pollers pollers) {
        this.pollers = pollers;
    }

    /** @param from first moment of the span; mail servers search by whole days */
    record Span(Instant from, Instant to) {}

    /** @param found messages of the span, known ones included */
    record Found(int found) {}

    @Operation(summary = "Take in again what a mailbox received between two moments")
    @PostMapping("/api/v1/sources/{source}/backfill")
    ResponseEntity<?> backfill(@PathVariable("source") String source, @RequestBody Span span) {
        var mailbox = pollers.mailbox(source);
        if (mailbox.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "there is no mailbox of this name");
        }
        if (!span.from().isBefore(span.to())) {
            return problem(HttpStatus.BAD_REQUEST, "'from' has to lie before 'to'");
        }
        try {
            return ResponseEntity.ok(new Found(mailbox.get().backfill(span.from(), span.to())));
        } catch (RemoteUnavailable e) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
