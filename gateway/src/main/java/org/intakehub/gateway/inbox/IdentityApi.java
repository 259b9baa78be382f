package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.identity.ContactJoins;
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

/** Who a case's citizen is on other channels, for machines. */
@RestController
@RequestMapping("/api/v1/cases/{id}/identity")
@Tag(name = "Cases")
class IdentityApi {
    private final IdentitySheets sheets;
    private final ContactJoins joins;

    IdentityApi(IdentitySheets sheets, ContactJoins joins) {
        this.sheets = sheets;
        this.joins = joins;
    }

    @GetMapping
    @Operation(
            summary = "The citizen's contacts on all channels, those that may be his, and his other cases",
            description = "404 until the case's contact was found, a second or two after it was opened.")
    IdentitySheet identity(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return sheets.find(CaseAccess.of(account), id).orElseThrow(CaseController::notFound);
    }

    /** One of the contacts that the sheet names. */
    record Named(UUID contact) {}

    @PostMapping("/join")
    @Operation(summary = "Says that a contact is the same citizen", description = "409 if they are one already.")
    ResponseEntity<?> join(@PathVariable UUID id, @RequestBody Named named, @AuthenticationPrincipal Account account) {
        var own = own(id, named, account);
        return told(joins.join(own, named.contact(), List.of(), account.username()), "they are one citizen already");
    }

    @PostMapping("/refuse")
    @Operation(
            summary = "Says that a contact is another citizen",
            description = "They are never suggested or joined by the hub again. 409 if they are joined.")
    ResponseEntity<?> refuse(
            @PathVariable UUID id, @RequestBody Named named, @AuthenticationPrincipal Account account) {
        return told(joins.refuse(own(id, named, account), named.contact(), account.username()), "they are joined");
    }

    @PostMapping("/part")
    @Operation(
            summary = "Undoes the joining of a contact",
            description = "It is a citizen of its own again. 409 if it is joined with none.")
    ResponseEntity<?> part(@PathVariable UUID id, @RequestBody Named named, @AuthenticationPrincipal Account account) {
        own(id, named, account);
        return told(joins.part(named.contact(), account.username()), "it is joined with none");
    }

    private UUID own(UUID id, Named named, Account account) {
        return sheets.find(CaseAccess.of(account), id)
                .filter(sheet -> sheet.names(named.contact()))
                .orElseThrow(CaseController::notFound)
                .own()
                .id();
    }

    private static ResponseEntity<?> told(boolean done, String otherwise) {
        return done
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, otherwise))
                        .build();
    }
}
