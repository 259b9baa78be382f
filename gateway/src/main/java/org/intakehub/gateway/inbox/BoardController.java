package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.intakehub.gateway.account.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dispatcher's board, which draws itself anew when something changes. */
@Controller
class BoardController {
    private final Board board;
    private final Clock clock;

    BoardController(Board board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @GetMapping("/board")
    String board(@AuthenticationPrincipal Account account, Model model) {
        var columns = board.of(CaseAccess.of(account));
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("next", columns.next());
        named.put("unsure", columns.unsure());
        named.put("asked", columns.asked());
        named.put("disputed", columns.disputed());
        model.addAttribute("columns", named);
        model.addAttribute("now", clock.instant());
        return "board";
    }

    /** The same for machines. */
    @RestController
    @Tag(name = "Figures")
    static class Api {
        private final Board board;

        Api(Board board) {
            this.board = board;
        }

        @GetMapping("/api/v1/board")
        @Operation(
                summary = "What waits for a dispatcher",
                description = "The thirty oldest cases on their way and in triage, and what units ask for.")
        Board.Columns board(@AuthenticationPrincipal Account account) {
            return board.of(CaseAccess.of(account));
        }
    }
}
