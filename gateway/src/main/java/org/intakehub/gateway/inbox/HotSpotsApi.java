package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.hotspot.WarnedHotSpots;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hot spots for machines. */
@RestController
@RequestMapping("/api/v1/hot-spots")
@Tag(name = "Hot spots", description = "More citizens than usual, of one kind, at one place, in a span of time")
class HotSpotsApi {
    private final WarnedHotSpots hotSpots;
    private final HotSpotSheets sheets;

    HotSpotsApi(WarnedHotSpots hotSpots, HotSpotSheets sheets) {
        this.hotSpots = hotSpots;
        this.sheets = sheets;
    }

    @GetMapping
    @Operation(summary = "Hot spots, newest first, settled or not")
    Listing<WarnedHotSpots.HotSpot> list(
            @Parameter(description = "Cursor of the page before") @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        var found = hotSpots.list(Places.after(after).orElse(Long.MAX_VALUE), Places.size(size) + 1);
        var page = Page.of(found, size, one -> Long.toString(one.seq()));
        return new Listing<>(
                page.rows(),
                page.next()
                        .map(next -> "/api/v1/hot-spots?after=" + next + "&size=" + size)
                        .orElse(null));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One hot spot with its cases and the units that should act",
            description = "Cases whose citizen asked for secrecy are neither counted nor listed.")
    HotSpotSheets.Sheet one(@PathVariable UUID id) {
        return sheets.find(id).orElseThrow(CaseController::notFound);
    }

    @PostMapping("/{id}/acted")
    @Operation(summary = "Says that a person acts on it", description = "409 if somebody settled it before.")
    ResponseEntity<?> acted(
            @PathVariable UUID id, @RequestParam int revision, @AuthenticationPrincipal Account account) {
        return told(hotSpots.act(id, revision, account.username()));
    }

    @PostMapping("/{id}/dismissed")
    @Operation(
            summary = "Says that it is none: so many are usual there from now on",
            description = "409 if somebody settled it before.")
    ResponseEntity<?> dismissed(
            @PathVariable UUID id, @RequestParam int revision, @AuthenticationPrincipal Account account) {
        return told(hotSpots.dismiss(id, revision, account.username()));
    }

    private static ResponseEntity<?> told(boolean done) {
        return done
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT, "no such hot spot is open, or it changed since you looked at it"))
                        .build();
    }
}
