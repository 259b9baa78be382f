package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.desk.Revelations;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The raw messages that a case was made of, for those to whom its citizen's data were revealed. */
@RestController
@Tag(name = "Cases")
class Originals {
    private final CaseSheets sheets;
    private final RawMessages raws;
    private final Revelations revelations;

    Originals(CaseSheets sheets, RawMessages raws, Revelations revelations) {
        this.sheets = sheets;
        this.raws = raws;
        this.revelations = revelations;
    }

    @GetMapping("/api/v1/cases/{id}/raw/{receipt}")
    @Operation(summary = "A message of the case as it came, with its bytes as far as they are text")
    RawMessageSheet one(@PathVariable UUID id, @PathVariable String receipt, @AuthenticationPrincipal Account account) {
        return sheet(account, id, receipt);
    }

    @GetMapping({"/cases/{id}/raw/{receipt}/bytes", "/api/v1/cases/{id}/raw/{receipt}/bytes"})
    @Operation(summary = "The bytes of a message of the case, exactly as they came")
    ResponseEntity<byte[]> bytes(
            @PathVariable UUID id, @PathVariable String receipt, @AuthenticationPrincipal Account account) {
        check(account, id, receipt);
        return Download.of(receipt + ".bin", raws.bytes(receipt).orElseThrow(CaseController::notFound));
    }

    RawMessageSheet sheet(Account account, UUID id, String receipt) {
        check(account, id, receipt);
        return raws.find(receipt).orElseThrow(CaseController::notFound);
    }

    private void check(Account account, UUID id, String receipt) {
        var access = CaseAccess.of(account);
        var open = sheets.confidentiality(access, id).filter(access::seesRaw).isPresent();
        if (!open || !raws.belongsTo(receipt, id)) {
            throw CaseController.notFound();
        }
        if (!revelations.isOpen(id, account.username())) {
            throw CaseController.stillMasked();
        }
    }
}
