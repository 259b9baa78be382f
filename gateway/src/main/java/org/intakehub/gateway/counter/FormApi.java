package org.intakehub.gateway.counter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.intakehub.gateway.platform.HubSettings;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The city's forms for applications of the city; under the same rates and limits as the pages. */
@RestController
@Tag(name = "Counter")
class FormApi {
    private final Counter counter;
    private final Challenges challenges;
    private final CounterSettings settings;
    private final HubSettings hub;

    FormApi(Counter counter, Challenges challenges, CounterSettings settings, HubSettings hub) {
        this.counter = counter;
        this.challenges = challenges;
        this.settings = settings;
        this.hub = hub;
    }

    /**
     * A blank form.
     *
     * @param workBits the SHA-256 of {@code challenge:work} has to begin with as many zero bits
     */
    record Blank(String challenge, int workBits, int maxFiles, long maxFileBytes, long maxFormBytes) {}

    /** @param link where to ask what became of the form */
    record Taken(String receiptId, String link) {}

    @GetMapping("/api/v1/public/forms")
    @Operation(summary = "Names of the forms that can be filled in")
    List<String> names() {
        return counter.forms().stream().map(source -> source.id().value()).toList();
    }

    @GetMapping("/api/v1/public/forms/{source}")
    @Operation(summary = "A blank form with its number")
    ResponseEntity<?> blank(@PathVariable("source") String name) {
        if (counter.source(name).isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "no form has this name");
        }
        var blank = new Blank(
                challenges.handOut(),
                settings.workBits(),
                settings.maxFiles(),
                settings.maxFile().toBytes(),
                settings.maxForm().toBytes());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(blank);
    }

    @PostMapping(path = "/api/v1/public/forms/{source}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Sends a form",
            description =
                    "Fields: challenge, work, title, text, name, phone, place, type, confidential, files. Answers 202 once it is durable.")
    ResponseEntity<?> send(
            @PathVariable("source") String name, @ModelAttribute FormParameters parameters, HttpServletRequest request)
            throws IOException {
        var source = counter.source(name);
        if (source.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "no form has this name");
        }
        var answer = counter.take(source.get(), parameters.sent(request.getRemoteAddr()));
        if (answer instanceof Counter.Answer.Taken taken) {
            var link = hub.baseUrl() + "/api/v1/public/receipts/" + taken.receiptId();
            return ResponseEntity.accepted().body(new Taken(taken.receiptId(), link));
        }
        var wrong = (Counter.Answer.Wrong) answer;
        var fields = wrong.fields().isEmpty() ? "" : ": " + String.join(", ", wrong.fields());
        return problem(HttpStatus.valueOf(wrong.why().status()), wrong.why().name() + fields);
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
