package org.intakehub.gateway.account;

import java.util.Locale;
import java.util.Optional;
import org.intakehub.core.rules.CityRules;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of people's accounts and machines' keys; what is secret is shown by the page that makes it, and never again. */
@Controller
class StaffController {
    private final Staff staff;
    private final ApiKeys keys;
    private final CityRules rules;

    StaffController(Staff staff, ApiKeys keys, CityRules rules) {
        this.staff = staff;
        this.keys = keys;
        this.rules = rules;
    }

    @GetMapping("/users")
    String people(Model model) {
        model.addAttribute("people", staff.list());
        model.addAttribute("roles", Role.values());
        model.addAttribute("units", rules.units());
        return "users";
    }

    @PostMapping("/users")
    String create(
            @RequestParam String username,
            @RequestParam String displayName,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String unit,
            @AuthenticationPrincipal Account by,
            Model model) {
        var name = username.strip().toLowerCase(Locale.ROOT);
        tryTo(model, () -> {
            model.addAttribute("password", staff.create(name, displayName, role, ofUnit(role, unit), by));
            model.addAttribute("whose", name);
        });
        return people(model);
    }

    @PostMapping("/users/{username}/password")
    String resetPassword(@PathVariable String username, @AuthenticationPrincipal Account by, Model model) {
        staff.resetPassword(username, by).ifPresent(password -> {
            model.addAttribute("password", password);
            model.addAttribute("whose", username);
        });
        return people(model);
    }

    @PostMapping("/users/{username}/enabled")
    String setEnabled(
            @PathVariable String username,
            @RequestParam boolean enabled,
            @AuthenticationPrincipal Account by,
            Model model) {
        tryTo(model, () -> staff.setEnabled(username, enabled, by));
        return people(model);
    }

    @GetMapping("/keys")
    String keys(Model model) {
        model.addAttribute("keys", keys.list());
        model.addAttribute("roles", Role.values());
        model.addAttribute("units", rules.units());
        return "keys";
    }

    @PostMapping("/keys")
    String createKey(
            @RequestParam String name,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String unit,
            Model model) {
        var of = Optional.ofNullable(ofUnit(role, unit));
        if (name.isBlank() || (role == Role.UNIT) != of.isPresent()) {
            model.addAttribute("problem", "key");
        } else {
            model.addAttribute("key", keys.create(name.strip(), role, of.orElse(null)));
        }
        return keys(model);
    }

    @PostMapping("/keys/{prefix}/revoke")
    String revoke(@PathVariable String prefix) {
        keys.revoke(prefix);
        return "redirect:/keys";
    }

    /** The form always sends the unit; other roles have none. */
    private static @Nullable String ofUnit(Role role, String unit) {
        return role == Role.UNIT && !unit.isEmpty() ? unit : null;
    }

    private static void tryTo(Model model, Runnable what) {
        try {
            what.run();
        } catch (IllegalArgumentException e) {
            model.addAttribute("problem", "user");
        }
    }
}
