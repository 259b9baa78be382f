package org.intakehub.gateway.letter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
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
import org.springframework.web.server.ResponseStatusException;

/** Mail to units for machines; a unit sees its own. */
@RestController
@RequestMapping("/api/v1/unit-letters")
@Tag(name = "Mail to units", description = "Work orders on their way by mail, and what became of each")
class LettersApi {
    static final int MOST = 200;

    private final LetterBoard board;

    LettersApi(LetterBoard board) {
        this.board = board;
    }

    /** @param next address of the next page; absent on the last one */
    record Page(List<LetterBoard.Listed> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    @GetMapping
    @Operation(summary = "The units that get mail, and how each fares")
    List<LetterBoard.Recipient> list(@AuthenticationPrincipal Account account) {
        return board.recipients().stream()
                .filter(one -> maySee(account, one.unit()))
                .toList();
    }

    @GetMapping("/{unit}")
    @Operation(summary = "A unit's letters and their states, newest first")
    Page letters(
            @PathVariable String unit,
            @RequestParam Optional<LetterBoard.State> state,
            @RequestParam Optional<Long> before,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Account account) {
        check(unit, account);
        var limit = Math.max(1, Math.min(MOST, size));
        var found = board.list(unit, state, before, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var rows = found.subList(0, limit);
        var next = "/api/v1/unit-letters/" + unit + "?size=" + limit + "&before="
                + rows.get(limit - 1).seq()
                + state.map(one -> "&state=" + one).orElse("");
        return new Page(rows, next);
    }

    @PostMapping("/{unit}/{id}/again")
    @Operation(
            summary = "Sends a letter again that was refused, or of which nobody can tell",
            description = "409 if it waits, or was sent.")
    ResponseEntity<?> again(
            @PathVariable String unit, @PathVariable UUID id, @AuthenticationPrincipal Account account) {
        check(unit, account);
        return board.again(unit, id, account.username())
                ? ResponseEntity.accepted().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT, "no such letter of this unit, or it waits, or was sent"))
                        .build();
    }

    private void check(String unit, Account account) {
        if (!maySee(account, unit) || board.find(unit).isEmpty()) {
            throw notFound();
        }
    }

    private static boolean maySee(Account account, String unit) {
        return account.ownUnit().map(unit::equals).orElse(true);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
