package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.outage.OutageKind;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.outage.Outage;
import org.intakehub.gateway.outage.OutageDesk;
import org.intakehub.gateway.outage.Outages;
import org.intakehub.gateway.outage.Registration;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Outages for machines, such as a supplier's own system. */
@RestController
@Tag(
        name = "Outages",
        description = "What is cut off or closed, and the cases that it explains; 409 says by 'obstacle' why not")
class OutagesApi {
    private final Outages outages;
    private final OutageDesk desk;
    private final CaseSheets cases;
    private final Supplier<UUID> ids;
    private final Clock clock;

    OutagesApi(Outages outages, OutageDesk desk, CaseSheets cases, Supplier<UUID> ids, Clock clock) {
        this.outages = outages;
        this.desk = desk;
        this.cases = cases;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An outage to register.
     *
     * @param id sent twice, it is one outage; made if it is missing
     * @param cause as citizens are told
     * @param divisions nine-digit codes
     * @param places estates and roads that alone are concerned
     * @param startsAt now if it is missing
     * @param person who registers it, by name
     */
    record NewOutage(
            @Nullable UUID id,
            @Nullable OutageKind kind,
            boolean planned,
            @Nullable String cause,
            @Nullable String unit,
            @Nullable List<String> divisions,
            @Nullable List<String> places,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String person) {}

    /** @param person who takes the step, by name */
    record Step(
            int revision,
            @Nullable Instant endsAt,
            @Nullable String reason,
            @Nullable String person) {}

    /** @param person who says so, by name */
    record Link(@Nullable UUID caseId, @Nullable String person) {}

    record OneOutage(Outage outage, List<Outages.Linked> cases, List<Outages.Event> events) {
        OneOutage {
            cases = List.copyOf(cases);
            events = List.copyOf(events);
        }
    }

    @GetMapping("/api/v1/outages")
    @Operation(summary = "Outages that are on, planned or over; newest first")
    Listing<Outage> list(
            @RequestParam(defaultValue = "CURRENT") Outages.View view,
            @Parameter(description = "Cursor of the page before") @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        var found = outages.list(view, Places.after(after).orElse(Long.MAX_VALUE), Places.size(size) + 1);
        var page = Page.of(found, size, one -> Long.toString(one.seq()));
        return new Listing<>(
                page.rows(),
                page.next()
                        .map(next -> "/api/v1/outages?view=" + view + "&after=" + next + "&size=" + size)
                        .orElse(null));
    }

    @PostMapping("/api/v1/outages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Registers an outage, ahead or when it happens",
            description = "From its beginning on, new cases that it explains are linked and their citizens answered.")
    OneOutage register(@RequestBody NewOutage wish, @AuthenticationPrincipal Account account) {
        var id = wish.id() == null ? ids.get() : wish.id();
        desk.register(
                new Registration(
                        id,
                        given(wish.kind(), "kind"),
                        wish.planned(),
                        given(wish.cause(), "cause"),
                        given(wish.unit(), "unit"),
                        wish.divisions() == null ? List.of() : wish.divisions(),
                        wish.places() == null ? List.of() : wish.places(),
                        wish.startsAt() == null ? clock.instant() : wish.startsAt(),
                        given(wish.endsAt(), "endsAt")),
                actor(account, wish.person()));
        return one(id);
    }

    @GetMapping("/api/v1/outages/{id}")
    @Operation(
            summary = "One outage with its cases, why each is put down to it, and what happened",
            description = "Cases whose citizen asked for secrecy are never linked and never listed.")
    OneOutage one(@PathVariable UUID id) {
        return new OneOutage(
                outages.find(id).orElseThrow(CaseController::notFound), outages.cases(id), outages.events(id));
    }

    @PostMapping("/api/v1/outages/{id}/postponed")
    @Operation(summary = "Says that it will be over at another time")
    OneOutage postpone(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        var reason = step.reason() == null ? "" : step.reason();
        desk.postpone(id, step.revision(), given(step.endsAt(), "endsAt"), reason, actor(account, step.person()));
        return one(id);
    }

    @PostMapping("/api/v1/outages/{id}/ended")
    @Operation(
            summary = "Says that it is over",
            description = "Citizens are told on their channels or come onto the list of call-backs. One that has not"
                    + " begun is called off, and nobody is told.")
    OneOutage end(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        desk.end(id, step.revision(), actor(account, step.person()));
        return one(id);
    }

    @PostMapping("/api/v1/outages/{id}/linked")
    @Operation(summary = "Puts a case down to the outage")
    OneOutage link(@PathVariable UUID id, @RequestBody Link link, @AuthenticationPrincipal Account account) {
        desk.link(id, given(link.caseId(), "caseId"), actor(account, link.person()));
        return one(id);
    }

    @PostMapping("/api/v1/outages/{id}/unlinked")
    @Operation(summary = "Says that a case has another cause; it is never linked again by the hub")
    OneOutage unlink(@PathVariable UUID id, @RequestBody Link link, @AuthenticationPrincipal Account account) {
        desk.unlink(id, given(link.caseId(), "caseId"), actor(account, link.person()));
        return one(id);
    }

    @GetMapping("/api/v1/cases/{id}/outages")
    @Operation(summary = "The outages that a case is, or may be, put down to")
    List<Outages.OfCase> ofCase(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        if (cases.mark(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
        return outages.of(id);
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new BadParameter("'" + name + "' is missing");
        }
        return value;
    }

    private static Actor actor(Account account, @Nullable String person) {
        return new Actor(account.username(), person == null ? "" : person.strip());
    }
}
