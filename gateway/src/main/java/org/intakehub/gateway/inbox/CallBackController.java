package org.intakehub.gateway.inbox;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.calls.CallBacks;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Missed calls that have to be called back: the list, and what came of each try. */
@Controller
class CallBackController {
    private static final int SIZE = 50;

    private final CallBackList list;
    private final CallBacks callBacks;

    CallBackController(CallBackList list, CallBacks callBacks) {
        this.list = list;
        this.callBacks = callBacks;
    }

    @GetMapping("/call-backs")
    String page(
            @RequestParam(defaultValue = "WAITING") String state,
            @RequestParam @Nullable String after,
            @AuthenticationPrincipal Account account,
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("page", list.page(CaseAccess.of(account), state, Optional.ofNullable(after), SIZE));
        model.addAttribute("results", CallBacks.Result.values());
        return "call-backs";
    }

    @PostMapping("/call-backs/{id}/tries")
    String tried(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam CallBacks.Result result,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal Account account,
            RedirectAttributes after) {
        after.addAttribute(
                "noted",
                callBacks.note(id, revision, result, note, account.username()).name());
        return "redirect:/call-backs";
    }

    /** The list as one account may see it, page by page. */
    @Component
    static class CallBackList {
        private final CallBacks callBacks;

        CallBackList(CallBacks callBacks) {
            this.callBacks = callBacks;
        }

        Page<CallBacks.CallBack> page(CaseAccess access, String state, Optional<String> after, int size) {
            var place = after.map(Keyset::parse);
            var found = callBacks.list(!state.equals("DONE"), place.map(Keyset::at), place.map(Keyset::id), size + 1);
            return Page.of(
                    found.stream().map(one -> seenBy(access, one)).toList(),
                    size,
                    one -> new Keyset(one.dueAt(), one.id()).toString());
        }

        private static CallBacks.CallBack seenBy(CaseAccess access, CallBacks.CallBack one) {
            return access.seesCitizen(Confidentiality.valueOf(one.confidentiality())) ? one : one.withPhone(Veil.COVER);
        }
    }
}
