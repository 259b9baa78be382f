package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.intakehub.gateway.desk.CannedAnswers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Canned answers for machines. */
@RestController
@Tag(name = "Cases")
class CannedApi {
    private final CannedAnswers canned;

    CannedApi(CannedAnswers canned) {
        this.canned = canned;
    }

    @GetMapping("/api/v1/canned-answers")
    @Operation(
            summary = "Answers that are given again and again",
            description = "{number}, {title}, {citizen} and {unit} stand for what a case has there.")
    List<CannedAnswers.Canned> all() {
        return canned.all();
    }
}
