package org.intakehub.gateway.letter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.account.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a unit's letters, beside that of its webhook. */
@Controller
class LettersController {
    private static final int SIZE = 30;

    private final LetterBoard board;

    LettersController(LetterBoard board) {
        this.board = board;
    }

    @GetMapping("/unit-letters/{unit}")
    String one(
            @PathVariable String unit,
            @RequestParam Optional<LetterBoard.State> state,
            @RequestParam Optional<Long> before,
            Model model) {
        var found = board.list(unit, state, before, SIZE + 1);
        var rows = found.size() > SIZE ? found.subList(0, SIZE) : found;
        model.addAttribute("recipient", board.find(unit).orElseThrow(LettersApi::notFound));
        model.addAttribute("letters", rows);
        model.addAttribute("states", List.of(LetterBoard.State.values()));
        model.addAttribute("state", state.orElse(null));
        model.addAttribute(
                "older", found.size() > SIZE ? Long.valueOf(rows.get(SIZE - 1).seq()) : null);
        return "unit-letters";
    }

    @PostMapping("/unit-letters/{unit}/{id}/again")
    String again(@PathVariable String unit, @PathVariable UUID id, @AuthenticationPrincipal Account account) {
        var recipient = board.find(unit).orElseThrow(LettersApi::notFound);
        board.again(recipient.unit(), id, account.username());
        return "redirect:/unit-letters/" + recipient.unit();
    }
}
