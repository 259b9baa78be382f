package org.intakehub.gateway.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keys for machines: made, listed and revoked by administrators. */
@RestController
@RequestMapping("/api/v1/keys")
@Tag(name = "Keys", description = "Keys for machines; the secret is shown once, when it is made")
class KeysApi {
    private final ApiKeys keys;

    KeysApi(ApiKeys keys) {
        this.keys = keys;
    }

    /** @param unit code of the unit, exactly for role UNIT */
    record Wanted(String name, Role role, @Nullable String unit) {}

    @GetMapping
    @Operation(summary = "All keys, newest first, without their secrets")
    List<ApiKeys.Listed> list() {
        return keys.list();
    }

    @PostMapping
    @Operation(summary = "Makes a key", description = "The answer holds the whole key, for the only time.")
    ResponseEntity<?> create(@RequestBody Wanted wanted) {
        if (wanted.name().isBlank() || (wanted.role() == Role.UNIT) != (wanted.unit() != null)) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.BAD_REQUEST, "a key has a name, and a unit exactly if its role is UNIT");
            return ResponseEntity.of(problem).build();
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of("key", keys.create(wanted.name().strip(), wanted.role(), wanted.unit())));
    }

    @DeleteMapping("/{prefix}")
    @Operation(summary = "Revokes a key at once")
    ResponseEntity<?> revoke(@PathVariable String prefix) {
        return keys.revoke(prefix)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "no such key is in use"))
                        .build();
    }
}
