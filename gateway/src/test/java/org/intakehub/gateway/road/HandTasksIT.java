package org.intakehub.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.intakehub.gateway.reply.HandTasks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HandTasksIT extends StoppedRoad {
    @Autowired
    HandTasks tasks;

    private UUID reply(UUID caseId, String kind, String state) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into reply (id, case_id, message_id, channel, source, kind, recipient, text, state, reason, created_at)
                        select ?, ?, id, 'standard-webhook', source, ?, 'anybody', '已安排维修', ?, '贴到留言板', now()
                        from message where case_id = ?
                        """).params(id, caseId, kind, state, caseId).update();
        return id;
    }

    private String state(UUID reply) {
        return text("select state from reply where id = ?", reply);
    }

    @Test
    void whoPostedItSaysSoOnce() {
        var id = open(push("d-1", LAMP));
        var reply = reply(id, "ANSWER", "BY_HAND");
        assertThat(tasks.posted(UUID.randomUUID(), reply, "operator")).isFalse();
        assertThat(tasks.posted(id, reply, "operator")).isTrue();
        assertThat(tasks.posted(id, reply, "somebody else")).isFalse();
        assertThat(state(reply)).isEqualTo("SENT");
        assertThat(number(
                        "select count(*) from history where case_id = ? and kind = 'REPLY_SENT' and actor = 'operator'",
                        id))
                .isEqualTo(1);
        assertThat(state(reply)).isEqualTo("SENT");
    }

    @Test
    void anAnswerThatIsSeenOnThePlatformClosesItsTaskAndNoOther() {
        var id = open(push("d-1", LAMP));
        var other = open(push("d-2", LAMP));
        var seen = reply(id, "ANSWER", "BY_HAND");
        var acknowledgement = reply(id, "ACKNOWLEDGEMENT", "BY_HAND");
        var elsewhere = reply(other, "ANSWER", "BY_HAND");
        tasks.seen(id, "partner");
        assertThat(state(seen)).isEqualTo("SENT");
        assertThat(state(acknowledgement)).isEqualTo("BY_HAND");
        assertThat(state(elsewhere)).isEqualTo("BY_HAND");
    }
}
