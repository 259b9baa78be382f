package org.intakehub.gateway.counter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The counter for applications of the city: what became of a form, and how far a case has come. Nobody needs a key. */
@RestController
@Tag(name = "Counter")
class ProgressApi {
    private final Progress progress;
    private final SentForms forms;
    private final VisitorRates rates;

    ProgressApi(Progress progress, SentForms forms, VisitorRates rates) {
        this.progress = progress;
        this.forms = forms;
        this.rates = rates;
    }

    /** What somebody asks for, with what people copy along left away. */
    record Asked(String number, String code) {
        private static final int LONGEST = 40;

        static Asked of(@Nullable String number, @Nullable String code) {
            return new Asked(bare(number), bare(code));
        }

        private static String bare(@Nullable String value) {
            var text = value == null ? "" : value.replaceAll("\\s", "");
            return text.length() > LONGEST ? "" : text;
        }

        @Override
        public String toString() {
            return "Asked[" + number + "]";
        }
    }

    @PostMapping(path = "/api/v1/public/progress", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @Operation(
            summary = "How far a case has come",
            description =
                    "Needs the case's number and its query code. 404 if they do not belong together, 429 if asked too often.")
    ResponseEntity<?> look(
            @RequestParam("number") String number, @RequestParam("code") String code, HttpServletRequest request) {
        var asked = Asked.of(number, code);
        if (!rates.mayLookUp(request.getRemoteAddr(), asked.number())) {
            return problem(HttpStatus.TOO_MANY_REQUESTS, "too many questions; please wait some minutes");
        }
        var shown = progress.look(asked.number(), asked.code());
        return shown.isPresent()
                ? ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown.get())
                : problem(HttpStatus.NOT_FOUND, "number and query code do not belong together");
    }

    @GetMapping("/api/v1/public/receipts/{id}")
    @Operation(summary = "What became of a form; for a day also number and query code of its case")
    ResponseEntity<?> sent(@PathVariable("id") String id) {
        var form = forms.find(id);
        return form.isPresent()
                ? ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(form.get())
                : problem(HttpStatus.NOT_FOUND, "there is no such receipt");
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
