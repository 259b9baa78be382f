package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.intakehub.gateway.history.History;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Who did what, for administrators. */
@Controller
class AuditController {
    private static final int SIZE = 50;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/audit")
    String audit(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam @Nullable String after,
            Model model) {
        model.addAttribute("page", trail.list(actor, kind, Places.after(after), SIZE));
        model.addAttribute("actor", actor);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", History.Event.values());
        model.addAttribute(
                "more",
                UriComponentsBuilder.fromPath("/audit")
                        .queryParam("actor", "{actor}")
                        .queryParam("kind", "{kind}")
                        .encode()
                        .buildAndExpand(actor, kind)
                        .toUriString());
        return "audit";
    }

    /** The same for machines. */
    @RestController
    @Tag(name = "Operation")
    static class Api {
        private final AuditTrail trail;

        Api(AuditTrail trail) {
            this.trail = trail;
        }

        @GetMapping("/api/v1/audit")
        @Operation(
                summary = "What people did to cases, newest first",
                description =
                        "By login name and by kind of event; what the hub does by itself is in each case's history.")
        Listing<AuditTrail.Deed> audit(
                @RequestParam(defaultValue = "") String actor,
                @RequestParam(defaultValue = "") String kind,
                @RequestParam @Nullable String after,
                @RequestParam(defaultValue = "50") int size) {
            var page = trail.list(actor, kind, Places.after(after), Places.size(size));
            return new Listing<>(
                    page.rows(),
                    page.next().map(cursor -> next(actor, kind, cursor, size)).orElse(null));
        }

        private static String next(String actor, String kind, String cursor, int size) {
            return UriComponentsBuilder.fromPath("/api/v1/audit")
                    .queryParam("actor", "{actor}")
                    .queryParam("kind", "{kind}")
                    .queryParam("after", "{after}")
                    .queryParam("size", "{size}")
                    .encode()
                    .buildAndExpand(actor, kind, cursor, size)
                    .toUriString();
        }
    }
}
