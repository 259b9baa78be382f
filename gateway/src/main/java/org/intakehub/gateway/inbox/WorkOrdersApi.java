package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.life.OrderDesk;
import org.intakehub.gateway.life.OrderSheet;
import org.intakehub.gateway.life.OrderSheets;
import org.intakehub.gateway.life.RequestDesk;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What units do with their work orders by REST; each step names the person who takes it and the revision that he saw. */
@RestController
@RequestMapping("/api/v1/work-orders/{id}")
@Tag(
        name = "Work orders",
        description = "Steps of the units: 409 says why a step is impossible, and by 'obstacle' which rule it is")
class WorkOrdersApi {
    private final OrderSheets sheets;
    private final OrderDesk desk;
    private final RequestDesk requests;

    WorkOrdersApi(OrderSheets sheets, OrderDesk desk, RequestDesk requests) {
        this.sheets = sheets;
        this.desk = desk;
        this.requests = requests;
    }

    /**
     * A step.
     *
     * @param person who takes it, by name
     * @param reason why, or what came of it
     * @param reached whether the citizen was reached
     * @param days working days of an extension
     * @param position where, on arrival
     */
    record Step(
            int revision,
            String person,
            @Nullable String reason,
            @Nullable Boolean reached,
            @Nullable Integer days,
            @Nullable String position) {
        String why() {
            return reason == null ? "" : reason;
        }
    }

    /** A result and who submits it. */
    record Submission(int revision, String person, OrderDesk.Outcome outcome, String facts, String answer) {}

    @GetMapping
    @Operation(summary = "Where a work order stands, its revision and the steps that are possible")
    OrderSheet one(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return sheets.find(id, Veils.cover(CaseAccess.of(account)))
                .filter(sheet -> CaseAccess.of(account).mayAskFor(sheet.unit()))
                .orElseThrow(CaseController::notFound);
    }

    @PostMapping("/sign")
    @Operation(summary = "Signs for a work order; the time for returns begins")
    OrderSheet sign(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        desk.sign(own(id, account), step.revision(), actor(account, step.person()));
        return one(id, account);
    }

    @PostMapping("/first-contact")
    @Operation(summary = "Notes that the unit spoke with the citizen, or tried to")
    OrderSheet contact(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        var reached = step.reached() == null || step.reached();
        desk.contact(own(id, account), step.revision(), reached, step.why(), actor(account, step.person()));
        return one(id, account);
    }

    @PostMapping("/on-site/{what}")
    @Operation(summary = "Notes 'departure' or 'arrival'")
    OrderSheet onSite(
            @PathVariable UUID id,
            @PathVariable String what,
            @RequestBody Step step,
            @AuthenticationPrincipal Account account) {
        var order = own(id, account);
        var actor = actor(account, step.person());
        switch (what) {
            case "departure" -> desk.depart(order, step.revision(), actor);
            case "arrival" -> desk.arrive(order, step.revision(), Optional.ofNullable(step.position()), actor);
            default -> throw new BadParameter("on-site is departure or arrival");
        }
        return one(id, account);
    }

    @PostMapping("/return")
    @Operation(summary = "Asks to be rid of the work order; it stays the unit's until somebody has ruled")
    Map<String, UUID> giveBack(
            @PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        var order = own(id, account);
        return asked(requests.askReturn(order, step.revision(), step.why(), actor(account, step.person())));
    }

    @PostMapping("/extension")
    @Operation(summary = "Asks for more working days")
    Map<String, UUID> extension(
            @PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        var days = step.days() == null ? 0 : step.days();
        var order = own(id, account);
        return asked(requests.askExtension(order, step.revision(), days, step.why(), actor(account, step.person())));
    }

    @PostMapping("/suspension")
    @Operation(summary = "Asks for the clock to stand still")
    Map<String, UUID> suspension(
            @PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        var order = own(id, account);
        return asked(requests.askSuspension(order, step.revision(), step.why(), actor(account, step.person())));
    }

    @PostMapping("/resume")
    @Operation(summary = "Ends a suspension")
    OrderSheet resume(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        requests.resume(own(id, account), step.revision(), actor(account, step.person()));
        return one(id, account);
    }

    @PostMapping("/result")
    @Operation(summary = "Submits the result; the leading unit after those that assist")
    OrderSheet submit(@PathVariable UUID id, @RequestBody Submission given, @AuthenticationPrincipal Account account) {
        var result = new OrderDesk.Result(given.outcome(), given.facts(), given.answer());
        desk.submit(own(id, account), given.revision(), result, actor(account, given.person()));
        return one(id, account);
    }

    private static Map<String, UUID> asked(UUID request) {
        return Map.of("request", request);
    }

    /** A unit acts on its own orders; the centre may act for any. */
    private UUID own(UUID id, Account account) {
        if (account.is(Role.OPERATOR, Role.INTEGRATOR)) {
            throw CaseController.notFound();
        }
        return one(id, account).id();
    }

    static Actor actor(Account account, @Nullable String person) {
        return new Actor(account.username(), person == null ? "" : person.strip());
    }
}
