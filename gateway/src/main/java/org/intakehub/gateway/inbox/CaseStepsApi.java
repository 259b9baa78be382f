package org.intakehub.gateway.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.casefile.Ground;
import org.intakehub.core.casefile.ReworkReason;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.life.CaseDesk;
import org.intakehub.gateway.life.OrderSheet;
import org.intakehub.gateway.life.OrderSheets;
import org.intakehub.gateway.life.ReturnShares;
import org.intakehub.gateway.life.RulingDesk;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the centre does with cases by REST; each step names the person who takes it and the revision that he saw. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Steps of cases", description = "409 says why a step is impossible, and by 'obstacle' which rule it is")
class CaseStepsApi {
    private final CaseSheets sheets;
    private final CaseDesk desk;
    private final RulingDesk rulings;
    private final OrderSheets orders;
    private final ReturnShares shares;

    CaseStepsApi(CaseSheets sheets, CaseDesk desk, RulingDesk rulings, OrderSheets orders, ReturnShares shares) {
        this.sheets = sheets;
        this.desk = desk;
        this.rulings = rulings;
        this.orders = orders;
        this.shares = shares;
    }

    /**
     * A step.
     *
     * @param person who takes it, by name
     * @param text the reason, the answer, or the right way
     * @param to the authority that a matter is transferred to
     */
    record Step(
            int revision,
            String person,
            String text,
            @Nullable String to,
            @Nullable Ground ground,
            @Nullable ReworkReason why,
            @Nullable Integer days) {}

    /** A ruling; a return that is approved names the unit that gets the work order. */
    record Ruling(
            int revision,
            String person,
            boolean approved,
            String reason,
            @Nullable String unit) {}

    @PostMapping("/cases/{id}/direct-answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Answers a question at once, without a work order")
    void answer(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        desk.answerDirectly(
                seen(id, account), step.revision(), step.text(), WorkOrdersApi.actor(account, step.person()));
    }

    @PostMapping("/cases/{id}/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hands a matter to another authority")
    void transfer(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        var to = step.to() == null ? "" : step.to();
        desk.transfer(seen(id, account), step.revision(), to, step.text(), WorkOrdersApi.actor(account, step.person()));
    }

    @PostMapping("/cases/{id}/not-accepted")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Does not accept a matter, and points out the right way")
    void notAccept(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        if (step.ground() == null) {
            throw new BadParameter("ground is missing");
        }
        desk.notAccept(
                seen(id, account),
                step.revision(),
                step.ground(),
                step.text(),
                WorkOrdersApi.actor(account, step.person()));
    }

    @PostMapping("/cases/{id}/rework")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sends a result back to the unit that leads")
    void rework(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        if (step.why() == null || step.days() == null) {
            throw new BadParameter("why and days are needed");
        }
        desk.rework(
                seen(id, account),
                step.revision(),
                step.why(),
                step.text(),
                step.days(),
                WorkOrdersApi.actor(account, step.person()));
    }

    @PostMapping("/cases/{id}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Opens a case again on new facts")
    void reopen(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        desk.reopen(seen(id, account), step.revision(), step.text(), WorkOrdersApi.actor(account, step.person()));
    }

    @PostMapping("/cases/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Closes a case whose result is in")
    void close(@PathVariable UUID id, @RequestBody Step step, @AuthenticationPrincipal Account account) {
        desk.close(seen(id, account), step.revision(), step.text(), WorkOrdersApi.actor(account, step.person()));
    }

    @GetMapping("/cases/{id}/rulings")
    @Operation(summary = "What the units of a case asked for, and what was ruled")
    List<OrderSheet.Asked> requests(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return orders.asked(seen(id, account));
    }

    @PostMapping("/cases/{id}/rulings/{request}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Rules on a return, an extension or a suspension")
    void rule(
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestBody Ruling ruling,
            @AuthenticationPrincipal Account account) {
        rulings.rule(
                seen(id, account),
                request,
                ruling.revision(),
                new RulingDesk.Ruling(ruling.approved(), ruling.reason(), Optional.ofNullable(ruling.unit())),
                WorkOrdersApi.actor(account, ruling.person()));
    }

    @GetMapping("/units/returns")
    @Operation(summary = "How much of what it got each unit gave back")
    List<ReturnShares.Share> returns(@RequestParam OffsetDateTime from, @RequestParam OffsetDateTime to) {
        return shares.between(from.toInstant(), to.toInstant());
    }

    private UUID seen(UUID id, Account account) {
        if (sheets.mark(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
        return id;
    }
}
