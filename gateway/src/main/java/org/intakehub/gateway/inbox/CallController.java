package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.calls.CallEntries;
import org.intakehub.gateway.calls.Calls;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The operator's form: a call comes up with its number and earlier cases, and is written down with the keyboard alone. */
@Controller
class CallController {
    private final Calls calls;
    private final CallEntries entries;
    private final EarlierCases earlier;

    CallController(Calls calls, CallEntries entries, EarlierCases earlier) {
        this.calls = calls;
        this.entries = entries;
        this.earlier = earlier;
    }

    /**
     * A blank form.
     *
     * @param saved receipt of the call that was written down before this one
     */
    @GetMapping("/calls/new")
    String blank(
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String call,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String saved,
            @AuthenticationPrincipal Account account,
            Model model) {
        var known = calls.find(source, call);
        var number = known.flatMap(one -> Optional.ofNullable(one.phone())).orElse(phone);
        var before = earlier.of(CaseAccess.of(account), number);
        var name = before.stream().flatMap(one -> Stream.ofNullable(one.name())).findFirst();
        var form = new CallEntries.Written(
                source, entries.newKey(), call, number, name.orElse(""), "", "", "", "", "", false);
        model.addAttribute("saved", saved);
        return form(form, known.isPresent(), before, model);
    }

    private String form(CallEntries.Written form, boolean isKnown, List<EarlierCases.Earlier> before, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("isWithheld", isKnown && form.phone().isEmpty());
        model.addAttribute("earlier", before);
        model.addAttribute("switches", entries.switches());
        model.addAttribute("emergencyOffices", entries.emergencyOffices());
        return "call";
    }

    /** Earlier cases of a number that the operator typed. */
    @GetMapping("/calls/earlier")
    String earlier(
            @RequestParam(defaultValue = "") String phone, @AuthenticationPrincipal Account account, Model model) {
        model.addAttribute("earlier", earlier.of(CaseAccess.of(account), phone.replaceAll("[^0-9+]", "")));
        return "call :: earlier";
    }

    /** What rings now, for the bar above the form. */
    @GetMapping("/calls/ringing")
    String ringing(Model model) {
        model.addAttribute("ringing", calls.ringing());
        return "call :: ringing";
    }

    @PostMapping("/calls")
    ModelAndView save(@ModelAttribute CallsApi.Call sent, @AuthenticationPrincipal Account account, Model model) {
        var form = sent.written(entries.newKey());
        try {
            var receipt = entries.keep(form, account.username());
            if (receipt.isPresent()) {
                return new ModelAndView("redirect:/calls/new?saved=" + receipt.get());
            }
            model.addAttribute("problem", "noSwitch");
        } catch (IllegalArgumentException e) {
            model.addAttribute("problem", "blank");
        } catch (RemoteUnavailable e) {
            model.addAttribute("problem", "unavailable");
        }
        var before = earlier.of(CaseAccess.of(account), form.phone());
        var page = new ModelAndView(form(form, false, before, model), model.asMap());
        page.setStatus(
                Objects.equals(model.getAttribute("problem"), "unavailable")
                        ? HttpStatus.SERVICE_UNAVAILABLE
                        : HttpStatus.BAD_REQUEST);
        return page;
    }
}
