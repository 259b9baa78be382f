package org.intakehub.gateway.inbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.ImpossibleStep;
import org.intakehub.core.channel.Payload;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.supervision.Meeting;
import org.intakehub.gateway.supervision.Meetings;
import org.intakehub.gateway.supervision.SiteVisit;
import org.intakehub.gateway.supervision.SiteVisits;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the desk writes down of meetings and visits to the spot, and the photos of those. */
@Controller
class SupervisionRecordsController {
    private final Meetings meetings;
    private final SiteVisits visits;
    private final CaseSheets cases;
    private final Clock clock;

    SupervisionRecordsController(Meetings meetings, SiteVisits visits, CaseSheets cases, Clock clock) {
        this.meetings = meetings;
        this.visits = visits;
        this.cases = cases;
        this.clock = clock;
    }

    /** A meeting as it was typed; it was held now if nothing else is said. */
    record Met(
            UUID key,
            @Nullable String chair,
            @Nullable List<String> units,
            @Nullable String agreed) {
        Meeting meeting(Instant now) {
            return new Meeting(
                    key,
                    now,
                    chair == null ? "" : chair,
                    units == null ? List.of() : units,
                    agreed == null ? "" : agreed,
                    "");
        }
    }

    /** A visit as it was typed. */
    record Visited(
            UUID key,
            @Nullable Boolean solved,
            @Nullable String found,
            @Nullable String position,
            @Nullable List<MultipartFile> photos) {
        SiteVisit visit(Instant now) {
            return new SiteVisit(
                    key,
                    now,
                    Boolean.TRUE.equals(solved),
                    found == null ? "" : found,
                    position == null || position.isBlank() ? null : position.strip(),
                    "",
                    List.of());
        }

        /** A browser sends an empty part where no file was chosen. */
        List<SiteVisits.Sent> sent() throws IOException {
            var sent = new ArrayList<SiteVisits.Sent>();
            for (var photo : photos == null ? List.<MultipartFile>of() : photos) {
                if (!photo.isEmpty()) {
                    var name = Objects.requireNonNullElse(photo.getOriginalFilename(), "");
                    sent.add(new SiteVisits.Sent(name, Payload.of(photo.getBytes())));
                }
            }
            return sent;
        }
    }

    @PostMapping("/cases/{id}/supervision/met")
    String met(@PathVariable UUID id, Met form, @AuthenticationPrincipal Account account, RedirectAttributes next) {
        demand(id, account);
        try {
            meetings.add(id, form.meeting(clock.instant()), actor(account));
        } catch (ImpossibleStep refused) {
            next.addFlashAttribute("obstacle", refused.obstacle().name());
        }
        return "redirect:/cases/" + id;
    }

    @PostMapping("/cases/{id}/supervision/visited")
    String visited(
            @PathVariable UUID id, Visited form, @AuthenticationPrincipal Account account, RedirectAttributes next)
            throws IOException {
        demand(id, account);
        try {
            visits.add(id, form.visit(clock.instant()), form.sent(), actor(account));
        } catch (ImpossibleStep refused) {
            next.addFlashAttribute("obstacle", refused.obstacle().name());
        }
        return "redirect:/cases/" + id;
    }

    @GetMapping({
        "/cases/{id}/supervision/visits/{visit}/photos/{place}",
        "/api/v1/cases/{id}/supervision/visits/{visit}/photos/{place}"
    })
    ResponseEntity<InputStreamResource> photo(
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @PathVariable int place,
            @AuthenticationPrincipal Account account) {
        demand(id, account);
        var photo = visits.photo(id, visit, place).orElseThrow(CaseController::notFound);
        return Download.typed(photo.name(), photo.type()).body(new InputStreamResource(photo.bytes()));
    }

    private void demand(UUID id, Account account) {
        if (cases.mark(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
    }

    private static Actor actor(Account account) {
        return new Actor(account.username(), account.displayName());
    }
}
