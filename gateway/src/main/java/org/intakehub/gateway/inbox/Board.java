package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.Mask;
import org.intakehub.core.casefile.Veil;
import org.intakehub.core.channel.Confidentiality;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a dispatcher right now, the oldest first: each column by an index of what waits, never over the archive. */
@Component
class Board {
    private static final int MOST = 30;

    private static final String CARD =
            "select c.id, c.number, c.title, c.category, c.division, c.urgency, c.accepted_at as since,"
                    + " (select min(k.due_at) from clock k where k.case_id = c.id and k.stopped_at is null) as due_at,"
                    + " c.confidentiality, null::text as unit, null::text as asked, ";

    private static final String ASKED =
            "select c.id, c.number, c.title, c.category, c.division, c.urgency, r.asked_at as since,"
                    + " (select min(k.due_at) from clock k where k.case_id = c.id and k.stopped_at is null) as due_at,"
                    + " c.confidentiality, r.unit, r.kind as asked, (select count(*) from order_request e where e.case_id = r.case_id"
                    + " and e.kind = 'RETURN') as returns from order_request r join case_file c on c.id = r.case_id"
                    + " where r.state = 'ASKED' and ";

    private final JdbcClient jdbc;

    Board(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One thing that waits.
     *
     * @param since when it came, or when it was asked for
     * @param unit the unit that asks
     * @param asked RETURN, EXTENSION or SUSPENSION, where a unit asks for something
     * @param returns how often units wanted to give the case back
     */
    record Card(
            UUID id,
            String number,
            String title,
            @Nullable String category,
            @Nullable String division,
            String urgency,
            Instant since,
            @Nullable Instant dueAt,
            Confidentiality confidentiality,
            @Nullable String unit,
            @Nullable String asked,
            int returns) {

        private boolean isDisputed() {
            return returns > 1;
        }

        /** A title may name its citizen. */
        private Card coveredFor(CaseAccess access) {
            return new Card(
                    id,
                    number,
                    access.seesCitizen(confidentiality) ? Mask.text(title) : Veil.COVER,
                    category,
                    division,
                    urgency,
                    since,
                    dueAt,
                    confidentiality,
                    unit,
                    asked,
                    returns);
        }
    }

    /**
     * The columns of the board.
     *
     * @param next classified and on their way to a unit within the minute
     * @param unsure waiting for a person's word
     * @param asked units ask for a return, more time or a pause
     * @param disputed units ask to give back what was given back before
     */
    record Columns(List<Card> next, List<Card> unsure, List<Card> asked, List<Card> disputed) {
        Columns {
            next = List.copyOf(next);
            unsure = List.copyOf(unsure);
            asked = List.copyOf(asked);
            disputed = List.copyOf(disputed);
        }
    }

    Columns of(CaseAccess access) {
        var asked = covered(
                access,
                jdbc.sql(ASKED + access.visible() + " order by r.seq limit 200")
                        .params(access.parameters())
                        .query(Card.class)
                        .list());
        return new Columns(
                waiting(access, "CLASSIFIED"),
                waiting(access, "TRIAGE"),
                asked.stream().filter(card -> !card.isDisputed()).toList(),
                asked.stream().filter(Card::isDisputed).toList());
    }

    private List<Card> waiting(CaseAccess access, String state) {
        return covered(
                access,
                jdbc.sql(CARD + "0 as returns from case_file c where c.state = :state and " + access.visible()
                                + " order by c.accepted_at, c.id limit " + MOST)
                        .params(access.parameters())
                        .param("state", state)
                        .query(Card.class)
                        .list());
    }

    private static List<Card> covered(CaseAccess access, List<Card> cards) {
        return cards.stream().map(card -> card.coveredFor(access)).toList();
    }
}
