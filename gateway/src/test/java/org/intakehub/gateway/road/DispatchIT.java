package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.intakehub.gateway.classify.ClassifyStage;
import org.intakehub.gateway.classify.Triage.Result;
import org.intakehub.gateway.dispatch.DispatchStage;
import org.intakehub.gateway.dispatch.WorkOrders;
import org.intakehub.routes.stage.Hop;
import org.intakehub.routes.stage.Queues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DispatchIT extends StoppedRoad {
    private static final String PEDDLERS = "0302";

    @Autowired
    ClassifyStage classify;

    @Autowired
    DispatchStage dispatch;

    @Autowired
    WorkOrders orders;

    private UUID classified(String body) {
        var id = open(push(UUID.randomUUID().toString(), body));
        toTriage(id);
        assertThat(triage.classify(id, revision(id), PEDDLERS, Optional.empty(), "anna"))
                .isEqualTo(Result.DONE);
        return id;
    }

    private String state(UUID id) {
        return text("select state from case_file where id = ?", id);
    }

    @Test
    void classifyingTwiceChangesOnceAndSendsTheSameHop() {
        var id = open(push("d-1", LAMP));
        var hops = classify.run(delivery(id));
        var after = revision(id);
        assertThat(classify.run(delivery(id))).isEqualTo(hops);
        assertThat(revision(id)).isEqualTo(after);
        assertThat(state(id)).isIn("CLASSIFIED", "TRIAGE");
        assertThat(number("select count(*) from history where case_id = ?", id)).isEqualTo(2);
    }

    @Test
    void aDecisionOnWhatHasChangedSinceIsStale() {
        var id = open(push("d-1", LAMP));
        toTriage(id);
        var seen = revision(id);
        jdbc.sql("update case_file set revision = revision + 1").update();
        assertThat(triage.classify(id, seen, PEDDLERS, Optional.empty(), "anna"))
                .isEqualTo(Result.STALE);
        assertThat(number("select count(*) from outbox")).isZero();
    }

    @Test
    void aDecisionIsTakenOnceAndGoesOnByTheOutbox() {
        var id = open(push("d-1", LAMP));
        toTriage(id);
        assertThat(triage.classify(id, revision(id), PEDDLERS, Optional.of("340181004"), "anna"))
                .isEqualTo(Result.DONE);
        assertThat(triage.classify(id, revision(id), PEDDLERS, Optional.empty(), "ben"))
                .isEqualTo(Result.NOT_IN_TRIAGE);
        assertThat(text("select convert_from(body, 'UTF8') from outbox where queue = ?", Queues.DISPATCH))
                .isEqualTo(id.toString());
        assertThat(text("select actor from history where case_id = ? and kind = 'CORRECTED'", id))
                .isEqualTo("anna");
    }

    @Test
    void aCategoryOrPlaceThatTheCityDoesNotHaveIsRefusedAndChangesNothing() {
        var id = open(push("d-1", LAMP));
        toTriage(id);
        assertThatThrownBy(() -> triage.classify(id, revision(id), "9999", Optional.empty(), "anna"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> triage.classify(id, revision(id), PEDDLERS, Optional.of("000000000"), "anna"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(state(id)).isEqualTo("TRIAGE");
    }

    @Test
    void unitsGetTheSameOrdersHoweverOftenTheMessageComes() {
        var id = classified(LAMP);
        var hops = dispatch.run(delivery(id));
        assertThat(hops).isNotEmpty().allMatch(hop -> hop.queue().startsWith("workorders."));
        assertThat(dispatch.run(delivery(id))).isEqualTo(hops);
        assertThat(number("select count(*) from work_order where role = 'LEAD' and case_id = ?", id))
                .isEqualTo(1);
        assertThat(number("select count(*) from work_order where case_id = ?", id))
                .isEqualTo(hops.size());
        assertThat(state(id)).isEqualTo("DISPATCHED");
        assertThat(number("select count(*) from clock where case_id = ? and stopped_at is not null", id))
                .isEqualTo(1);
        assertThat(hops.get(0).body().text(UTF_8)).contains("\"specversion\":\"1.0\"", "路灯", "周晓雨");
    }

    @Test
    void aCaseThatStillWaitsForAPersonIsNotDispatched() {
        var id = open(push("d-1", LAMP));
        toTriage(id);
        assertThat(dispatch.run(delivery(id))).isEmpty();
        assertThat(number("select count(*) from work_order")).isZero();
    }

    @Test
    void unitsDoNotLearnWhoAskedNotToBeNamed() {
        var anonymous = classified(LAMP.replace("\"周晓雨\"", "\"周晓雨\",\"phones\":[\"13900001234\"],\"anonymous\":true"));
        assertThat(dispatch.run(delivery(anonymous)))
                .isNotEmpty()
                .extracting(hop -> hop.body().text(UTF_8))
                .allMatch(text -> !text.contains("周晓雨") && !text.contains("13900001234"));

        var whistleblower = classified(LAMP);
        jdbc.sql("update case_file set confidentiality = 'WHISTLEBLOWER' where id = ?")
                .param(whistleblower)
                .update();
        assertThat(dispatch.run(delivery(whistleblower)))
                .extracting(hop -> hop.body().text(UTF_8))
                .allMatch(text -> !text.contains("周晓雨") && text.contains("\"isConfidential\":true"));
    }

    @Test
    void aUnitListsItsOrdersPageByPage() {
        var unit = "";
        for (var number = 0; number < 3; number++) {
            for (Hop hop : dispatch.run(delivery(classified(LAMP)))) {
                unit = hop.queue().substring("workorders.".length());
            }
        }
        var first = orders.of(unit, 0, 2);
        var rest = orders.of(unit, first.get(1).seq(), 2);
        assertThat(first).hasSize(2);
        assertThat(rest).hasSize(1).doesNotContainAnyElementsOf(first);
    }
}
