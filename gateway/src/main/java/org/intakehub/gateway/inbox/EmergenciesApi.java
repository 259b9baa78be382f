package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.emergency.Emergencies;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Emergencies that wait for a unit's signature, for machines: a siren, a pager, a wall. */
@RestController
@RequestMapping("/api/v1/emergencies")
@Tag(name = "Emergencies")
class EmergenciesApi {
    private final EmergencyController.Strip strip;
    private final Emergencies emergencies;

    EmergenciesApi(EmergencyController.Strip strip, Emergencies emergencies) {
        this.strip = strip;
        this.emergencies = emergencies;
    }

    @GetMapping
    @Operation(
            summary = "What the emergency office handed over and no unit has signed for",
            description = "Alarms first, then by rank; fifty at most.")
    List<Emergencies.Unsigned> unsigned(@AuthenticationPrincipal Account account) {
        return strip.of(CaseAccess.of(account));
    }

    @PostMapping("/{id}/taken")
    @Operation(
            summary = "Says that somebody sees to an emergency",
            description = "409 if nothing waits under this id, or somebody said so before.")
    ResponseEntity<?> taken(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return emergencies.take(id, account.username())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT, "nothing waits here, or somebody sees to it"))
                        .build();
    }
}
