package org.intakehub.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.FarRequest.Kind;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.gateway.reply.FarRequests;
import org.intakehub.gateway.reply.FarRequests.Result;
import org.intakehub.gateway.reply.RequestFields;
import org.intakehub.routes.reply.Requests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RequestsIT extends StoppedRoad {
    private static final RequestFields MORE_TIME =
            new RequestFields(Kind.EXTENSION, "需要更换灯杆", Instant.parse("2026-11-30T09:00:00Z"), null, null, null);

    @Autowired
    FarRequests requests;

    @Autowired
    Requests stage;

    private UUID order() {
        var id = open(push("d-1", LAMP));
        jdbc.sql(
                        "update case_file set source = 'province', channel = 'governor-mailbox', external_id = 'C-77' where id = ?")
                .param(id)
                .update();
        return id;
    }

    private String state(UUID request) {
        return text("select state from far_request where id = ?", request);
    }

    @Test
    void aRequestIsMadeOnceAndOnlyOfAFarEndThatTakesIt() {
        var id = order();
        var request = UUID.randomUUID();
        var revision = revision(id);
        assertThat(requests.ask(id, request, revision, MORE_TIME, "dispatcher")).isEqualTo(Result.DONE);
        assertThat(requests.ask(id, request, revision, MORE_TIME, "dispatcher")).isEqualTo(Result.DONE);
        assertThat(requests.ask(id, UUID.randomUUID(), revision, MORE_TIME, "dispatcher"))
                .isEqualTo(Result.STALE);
        assertThat(number("select count(*) from outbox where queue = 'intake.request'"))
                .isEqualTo(1);
        var letter = open(push("d-2", LAMP));
        assertThat(requests.ask(letter, UUID.randomUUID(), revision(letter), MORE_TIME, "dispatcher"))
                .isEqualTo(Result.NOT_TAKEN);
        assertThat(requests.possible(letter)).isEmpty();
    }

    @Test
    void whereThereIsNoInterfaceARequestIsATaskThatAPersonSettles() {
        var id = order();
        var request = UUID.randomUUID();
        requests.ask(id, request, MORE_TIME, "dispatcher");
        var sending = stage.begin(request.toString()).orElseThrow();
        assertThat(sending.outgoing()).isInstanceOf(Outgoing.ByHand.class);
        stage.byHand(request.toString(), ((Outgoing.ByHand) sending.outgoing()).instruction());
        assertThat(state(request)).isEqualTo("BY_HAND");
        assertThat(requests.settled(id, request, "operator")).isTrue();
        assertThat(requests.settled(id, request, "operator")).isFalse();
        assertThat(state(request)).isEqualTo("DONE");
    }

    @Test
    void aCrashWhileItWasSentLeavesItToAPerson() {
        var id = order();
        var request = UUID.randomUUID();
        requests.ask(id, request, MORE_TIME, "dispatcher");
        stage.begin(request.toString());
        assertThat(stage.begin(request.toString())).isEmpty();
        assertThat(state(request)).isEqualTo("UNCERTAIN");
    }

    @Test
    void theFarEndsRulingSettlesTheRequestEvenIfItOvertakesTheConfirmation() {
        var id = order();
        var request = UUID.randomUUID();
        requests.ask(id, request, MORE_TIME, "dispatcher");
        stage.begin(request.toString());
        requests.ruled(id, "province", Optional.empty(), Kind.RETURN, true);
        assertThat(state(request)).isEqualTo("SENDING");
        requests.ruled(id, "province", Optional.empty(), Kind.EXTENSION, false);
        stage.sent(request.toString(), "S-1");
        assertThat(state(request)).isEqualTo("DECLINED");
        assertThat(text("select platform_id from far_request where id = ?", request))
                .isEqualTo("S-1");
        assertThat(number("select count(*) from history where case_id = ? and kind = 'REQUEST_DECLINED'", id))
                .isEqualTo(1);
    }

    @Test
    void whatAKindNeedsHasToBeThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestFields(Kind.EXTENSION, "因故", null, null, null, null))
                .withMessageContaining("until");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestFields(Kind.RULING, "同意", null, Kind.ARCHIVE, true, null))
                .withMessageContaining("on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestFields(Kind.RETURN, " ", null, null, null, null))
                .withMessageContaining("opinion");
    }
}
