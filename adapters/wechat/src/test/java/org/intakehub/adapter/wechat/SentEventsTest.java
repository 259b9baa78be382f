package org.intakehub.adapter.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.intakehub.core.channel.DeliveryReport;
import org.intakehub.core.channel.DeliveryReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentEventsTest {
    private static Fields event(String... namesAndValues) {
        var all = new TreeMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            all.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Fields(all, false);
    }

    @ParameterizedTest
    @CsvSource({"success,DELIVERED", "failed:user block,FAILED", "failed: system failed,FAILED", "'',FAILED"})
    void aTemplateMessageIsReportedByItsId(String status, State state) {
        var report = SentEvents.report(event("Event", "TEMPLATESENDJOBFINISH", "MsgID", "200163836", "Status", status));
        assertThat(report).isPresent();
        assertThat(report.get().about()).isEqualTo("200163836");
        assertThat(report.get().state()).isEqualTo(state);
        assertThat(report.get().reason().isEmpty()).isEqualTo(state == State.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({"0,DELIVERED", "43101,FAILED", "'<b>',FAILED"})
    void aSubscriptionMessageIsReportedByItsId(String code, State state) {
        var report = SentEvents.report(event(
                "Event",
                "subscribe_msg_sent_event",
                "SubscribeMsgSentEvent.List.MsgID",
                "77",
                "SubscribeMsgSentEvent.List.ErrorCode",
                code));
        assertThat(report.map(DeliveryReport::about)).contains("77");
        assertThat(report.map(DeliveryReport::state)).contains(state);
        assertThat(report.map(DeliveryReport::reason).orElseThrow()).doesNotContain("<");
    }

    @Test
    void otherEventsReportNothing() {
        assertThat(SentEvents.report(event("Event", "subscribe", "MsgID", "1"))).isEmpty();
        assertThat(SentEvents.report(event("Event", "TEMPLATESENDJOBFINISH"))).isEmpty();
        assertThat(SentEvents.report(new Fields(Map.of(), false))).isEmpty();
    }
}
