package org.intakehub.gateway.inbox;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.channel.FarRequest.Kind;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.reply.FarRequests;
import org.intakehub.gateway.reply.RequestFields;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a case's requests to far ends. */
@Controller
class RequestController {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final FarRequests requests;
    private final CaseSheets sheets;
    private final Outbound outbound;
    private final Supplier<UUID> ids;

    RequestController(FarRequests requests, CaseSheets sheets, Outbound outbound, Supplier<UUID> ids) {
        this.requests = requests;
        this.sheets = sheets;
        this.outbound = outbound;
        this.ids = ids;
    }

    @GetMapping("/cases/{id}/requests")
    String page(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        outbound.check(account, id);
        var sheet = sheets.find(CaseAccess.of(account), id).orElseThrow(CaseController::notFound);
        model.addAttribute("facts", sheet.facts());
        model.addAttribute("requests", requests.of(id));
        model.addAttribute("possible", requests.possible(id));
        model.addAttribute("fresh", ids.get());
        return "requests";
    }

    @PostMapping("/cases/{id}/requests")
    String ask(
            @PathVariable UUID id,
            @RequestParam UUID request,
            @RequestParam int revision,
            @RequestParam Kind kind,
            @RequestParam String opinion,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime until,
            @RequestParam @Nullable Kind on,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam @Nullable String state,
            @AuthenticationPrincipal Account account,
            Model model) {
        outbound.check(account, id);
        try {
            var instant = until == null ? null : until.atZone(CITY).toInstant();
            var fields = new RequestFields(kind, opinion, instant, on, agreed, state);
            model.addAttribute(
                    "outcome",
                    requests.ask(id, request, revision, fields, account.username())
                            .name());
        } catch (IllegalArgumentException e) {
            model.addAttribute("outcome", "INCOMPLETE");
        }
        return page(id, account, model);
    }

    @PostMapping("/cases/{id}/requests/{request}/settled")
    String settled(@PathVariable UUID id, @PathVariable UUID request, @AuthenticationPrincipal Account account) {
        outbound.check(account, id);
        requests.settled(id, request, account.username());
        return "redirect:/cases/" + id + "/requests";
    }
}
