package org.intakehub.gateway.asyncapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description beside that of the REST API. */
@RestController
@Tag(name = "Descriptions")
class AsyncApiController {
    private final AsyncApiDocument description;

    AsyncApiController(AsyncApiDocument description) {
        this.description = description;
    }

    @GetMapping(path = "/v3/asyncapi", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The queues and webhooks of units, described after AsyncAPI 3.0")
    Map<String, Object> document() {
        return description.document();
    }
}
