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
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.supervision.Instruction;
import org.intakehub.gateway.supervision.Meeting;
import org.intakehub.gateway.supervision.Meetings;
import org.intakehub.gateway.supervision.SiteVisit;
import org.intakehub.gateway.supervision.SiteVisits;
import org.intakehub.gateway.supervision.SupervisionBoard;
import org.intakehub.gateway.supervision.SupervisionBoard.Mark;
import org.intakehub.gateway.supervision.SupervisionDesk;
import org.intakehub.gateway.supervision.Urging;
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

/** Supervision for machines. */
@RestController
@Tag(name = "Supervision", description = "What is about to be late, and urging; 409 says by 'obstacle' why not")
class SupervisionApi {
    private final SupervisionBoard board;
    private final SupervisionDesk desk;
    private final SupervisedOrders orders;
    private final Meetings meetings;
    private final SiteVisits visits;
    private final CaseSheets cases;
    private final Supplier<UUID> ids;
    private final Clock clock;

    SupervisionApi(
            SupervisionBoard board,
            SupervisionDesk desk,
            SupervisedOrders orders,
            Meetings meetings,
            SiteVisits visits,
            CaseSheets cases,
            Supplier<UUID> ids,
            Clock clock) {
        this.board = board;
        this.desk = desk;
        this.orders = orders;
        this.meetings = meetings;
        this.visits = visits;
        this.cases = cases;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An urging.
     *
     * @param id sent twice, it is one; made if it is missing
     * @param person who urges, by name
     */
    record NewUrging(
            @Nullable UUID id,
            @Nullable String reason,
            @Nullable String person) {}

    /**
     * An instruction.
     *
     * @param id sent twice, it is one; made if it is missing
     * @param person who enters it, by name
     */
    record NewInstruction(
            @Nullable UUID id,
            @Nullable String leader,
            @Nullable String text,
            @Nullable String person) {}

    record OfCase(
            List<Urging> urgings, List<Instruction> instructions, List<Meeting> meetings, List<SiteVisit> visits) {
        OfCase {
            urgings = List.copyOf(urgings);
            instructions = List.copyOf(instructions);
            meetings = List.copyOf(meetings);
            visits = List.copyOf(visits);
        }
    }

    @GetMapping("/api/v1/supervision")
    @Operation(
            summary =
                    "Units with open work orders: how many are overdue, soon or half over, urged, asked about, disputed")
    List<SupervisionBoard.UnitLine> units() {
        return board.units();
    }

    @GetMapping("/api/v1/supervision/work-orders")
    @Operation(summary = "Work orders with one of these marks, in the order of their dispatch")
    Listing<SupervisionBoard.Line> orders(
            @RequestParam(defaultValue = "OVERDUE") Mark mark,
            @RequestParam(defaultValue = "") String unit,
            @Parameter(description = "Cursor of the page before") @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int size,
            @AuthenticationPrincipal Account account) {
        var page = orders.page(CaseAccess.of(account), mark, unit, after, Places.size(size));
        return new Listing<>(
                page.rows(),
                page.next()
                        .map(next -> "/api/v1/supervision/work-orders?mark=" + mark + "&unit=" + unit + "&after=" + next
                                + "&size=" + size)
                        .orElse(null));
    }

    @PostMapping("/api/v1/work-orders/{id}/urgings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Urges the unit of an open work order",
            description = "It is counted, and reaches the unit's queue, endpoint and portal.")
    void urge(@PathVariable UUID id, @RequestBody NewUrging urging, @AuthenticationPrincipal Account account) {
        desk.urge(
                urging.id() == null ? ids.get() : urging.id(),
                id,
                urging.reason() == null ? "" : urging.reason(),
                actor(account, urging.person()));
    }

    /**
     * A meeting.
     *
     * @param id sent twice, it is one; made if it is missing
     * @param heldAt now if it is missing
     * @param person who writes it down, by name
     */
    record NewMeeting(
            @Nullable UUID id,
            @Nullable Instant heldAt,
            @Nullable String chair,
            @Nullable List<String> units,
            @Nullable String agreed,
            @Nullable String person) {}

    @PostMapping("/api/v1/cases/{id}/meetings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keeps what was agreed when several units met on a case")
    void met(@PathVariable UUID id, @RequestBody NewMeeting wish, @AuthenticationPrincipal Account account) {
        demand(id, account);
        var meeting = new Meeting(
                wish.id() == null ? ids.get() : wish.id(),
                wish.heldAt() == null ? clock.instant() : wish.heldAt(),
                wish.chair() == null ? "" : wish.chair(),
                wish.units() == null ? List.of() : wish.units(),
                wish.agreed() == null ? "" : wish.agreed(),
                "");
        meetings.add(id, meeting, actor(account, wish.person()));
    }

    @PostMapping("/api/v1/cases/{id}/instructions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keeps what a leader wrote on a case, and hands it on to the units that are at work")
    void instruct(@PathVariable UUID id, @RequestBody NewInstruction wish, @AuthenticationPrincipal Account account) {
        demand(id, account);
        desk.instruct(
                wish.id() == null ? ids.get() : wish.id(),
                id,
                wish.leader() == null ? "" : wish.leader(),
                wish.text() == null ? "" : wish.text(),
                actor(account, wish.person()));
    }

    @GetMapping("/api/v1/cases/{id}/supervision")
    @Operation(
            summary =
                    "How the units of a case were urged, what leaders wrote, what was agreed, and what was seen on the spot")
    OfCase ofCase(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        demand(id, account);
        return new OfCase(desk.urgings(id), desk.instructions(id), meetings.of(id), visits.of(id));
    }

    private void demand(UUID id, Account account) {
        if (cases.mark(CaseAccess.of(account), id).isEmpty()) {
            throw CaseController.notFound();
        }
    }

    private static Actor actor(Account account, @Nullable String person) {
        return new Actor(account.username(), person == null ? "" : person.strip());
    }
}
