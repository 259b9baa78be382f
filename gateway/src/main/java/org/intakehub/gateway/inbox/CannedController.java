package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.intakehub.core.casefile.Veil;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.desk.CannedAnswers;
import org.intakehub.gateway.web.BadParameter;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which canned answers are kept, and the choice among them at a case, filled in for it. */
@Controller
class CannedController {
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_TEXT = 5_000;

    private final CannedAnswers canned;
    private final CaseSheets sheets;
    private final Outbound outbound;
    private final Names names;

    CannedController(CannedAnswers canned, CaseSheets sheets, Outbound outbound, Names names) {
        this.canned = canned;
        this.sheets = sheets;
        this.outbound = outbound;
        this.names = names;
    }

    /** One of them as it reads for a case. */
    public record Choice(String title, String text) {}

    @GetMapping("/cases/{id}/canned")
    String choices(@PathVariable UUID id, @AuthenticationPrincipal Account account, Model model) {
        outbound.check(account, id);
        var sheet = sheets.find(CaseAccess.of(account), id).orElseThrow(CaseController::notFound);
        model.addAttribute(
                "choices",
                canned.all().stream()
                        .map(one -> new Choice(one.title(), filled(one.text(), sheet)))
                        .toList());
        return "parts-talk :: canned";
    }

    private String filled(String text, CaseSheet sheet) {
        var unit = sheet.workOrders().stream()
                .filter(order -> order.role().equals("LEAD") && !order.state().equals("CANCELLED"))
                .reduce((earlier, later) -> later)
                .map(order -> names.unit(order.unit()))
                .orElse("");
        var citizen = Objects.requireNonNullElse(sheet.citizen().name(), "");
        return text.replace("{number}", sheet.facts().number())
                .replace("{unit}", unit)
                .replace("{citizen}", citizen.equals(Veil.COVER) ? "" : citizen)
                .replace("{title}", sheet.facts().title());
    }

    @GetMapping("/canned")
    String page(Model model) {
        List<CannedAnswers.Canned> all = canned.all();
        model.addAttribute("all", all);
        return "canned";
    }

    @PostMapping("/canned")
    String add(
            @RequestParam String title,
            @RequestParam String text,
            @AuthenticationPrincipal Account account,
            Model model) {
        return told(canned.add(title(title), text(text), account.username()), model);
    }

    @PostMapping("/canned/{id}")
    String change(
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam String title,
            @RequestParam String text,
            @AuthenticationPrincipal Account account,
            Model model) {
        return told(canned.change(id, revision, title(title), text(text), account.username()), model);
    }

    @PostMapping("/canned/{id}/remove")
    String remove(@PathVariable UUID id, @RequestParam int revision, Model model) {
        return told(canned.remove(id, revision), model);
    }

    private String told(boolean done, Model model) {
        if (done) {
            return "redirect:/canned";
        }
        model.addAttribute("refused", true);
        return page(model);
    }

    private static String title(String title) {
        return checked(title, LONGEST_TITLE);
    }

    private static String text(String text) {
        return checked(text.replace("\r\n", "\n"), LONGEST_TEXT);
    }

    private static String checked(String value, int longest) {
        var stripped = value.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw new BadParameter("a canned answer has a title up to " + LONGEST_TITLE + " and a text up to "
                    + LONGEST_TEXT + " characters");
        }
        return stripped;
    }
}
