package org.intakehub.gateway.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People's accounts, for administrators. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users", description = "People's accounts; a password is shown once, when it is made")
class StaffApi {
    private final Staff staff;

    StaffApi(Staff staff) {
        this.staff = staff;
    }

    /** @param unit code of the unit, exactly for role UNIT */
    record Wanted(
            String username,
            String displayName,
            Role role,
            @Nullable String unit) {}

    @GetMapping
    @Operation(summary = "All accounts by user name")
    List<Staff.Listed> list() {
        return staff.list();
    }

    @PostMapping
    @Operation(summary = "Creates an account", description = "The answer holds its password, for the only time.")
    ResponseEntity<?> create(@RequestBody Wanted wanted, @AuthenticationPrincipal Account by) {
        try {
            var password = staff.create(wanted.username(), wanted.displayName(), wanted.role(), wanted.unit(), by);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(Map.of("username", wanted.username(), "password", password));
        } catch (IllegalArgumentException e) {
            return problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/{username}/password")
    @Operation(
            summary = "Gives somebody a fresh password",
            description = "The answer holds it, for the only time. All sessions of the account end.")
    ResponseEntity<?> resetPassword(@PathVariable String username, @AuthenticationPrincipal Account by) {
        var password = staff.resetPassword(username, by);
        return password.isPresent()
                ? ResponseEntity.ok(Map.of("username", username, "password", password.get()))
                : unknown();
    }

    @PostMapping("/{username}/disable")
    @Operation(summary = "Lets somebody in no longer", description = "All sessions of the account end.")
    ResponseEntity<?> disable(@PathVariable String username, @AuthenticationPrincipal Account by) {
        return setEnabled(username, false, by);
    }

    @PostMapping("/{username}/enable")
    @Operation(summary = "Lets somebody in again")
    ResponseEntity<?> enable(@PathVariable String username, @AuthenticationPrincipal Account by) {
        return setEnabled(username, true, by);
    }

    private ResponseEntity<?> setEnabled(String username, boolean enabled, Account by) {
        try {
            return staff.setEnabled(username, enabled, by)
                    ? ResponseEntity.noContent().build()
                    : unknown();
        } catch (IllegalArgumentException e) {
            return problem(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private static ResponseEntity<?> unknown() {
        return problem(HttpStatus.NOT_FOUND, "there is no such account");
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
