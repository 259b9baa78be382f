package org.intakehub.adapter.urbanmanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulingsTest {
    private static IntakeMessage pushed(String action, String data) {
        return Pushed.read(PositionSystem.GCJ02, Map.of(), "{\"action\":\"" + action + "\",\"data\":{" + data + "}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REPLY_ROLLBACK",
                "REPLY_POSTPONE",
                "REPLY_CANCEL",
                "APPLY_ROLLBACK",
                "APPLY_POSTPONE",
                "APPLY_CANCEL",
                "PRESS",
                "SUPERVISE",
                "CANCEL",
                "ARCHIVE",
                "EVALUATE",
                "CHECK_FEEDBACK",
                "NOTIFY",
                "FINISH",
                "DISPOSE_FEEDBACK"
            })
    void aWordOnAnEarlierCaseIsANotice(String action) {
        var message = pushed(action, "\"caseId\":\"C1\",\"x\":\"1\"");
        assertThat(message.kind()).isEqualTo(IntakeMessage.Kind.NOTICE);
        assertThat(message.threading().continues()).contains("C1");
        assertThat(message.title()).isNotBlank().isNotEqualTo(action);
        assertThat(message.extras()).containsEntry("action", action).containsEntry("x", "1");
        assertThat(message.automaticReason()).isEmpty();
    }

    @Test
    void tellsARulingInWords() {
        var message = pushed(
                "REPLY_ROLLBACK",
                "\"caseId\":\"C1\",\"replyResult\":\"0\",\"replyOpinion\":\"属本辖区\",\"replyTime\":\"2026-11-24 09:00:00\"");
        assertThat(message.title()).isEqualTo("退回申请的批复：不同意");
        assertThat(message.text()).isEqualTo("意见：属本辖区");
        assertThat(message.occurredAt()).contains(Instant.parse("2026-11-24T01:00:00Z"));
        assertThat(message.extras()).containsEntry("replyResult", "0");
    }

    @Test
    void aVerdictThatIsNoneIsKeptWithANote() {
        var message = pushed("REPLY_CANCEL", "\"caseId\":\"C1\",\"replyResult\":\"5\"");
        assertThat(message.title()).isEqualTo("作废申请的批复");
        assertThat(message.notes()).containsExactly("replyResult not known");
        assertThat(message.extras()).containsEntry("replyResult", "5");
    }

    @Test
    void theSameNoticeHasTheSameKeyAndAnotherHasAnother() {
        var one = pushed("PRESS", "\"caseId\":\"C1\",\"pressTime\":\"2026-11-24 09:00:00\"");
        assertThat(pushed("PRESS", "\"caseId\":\"C1\", \"pressTime\":\"2026-11-24 09:00:00\"")
                        .key())
                .isEqualTo(one.key());
        assertThat(pushed("PRESS", "\"caseId\":\"C1\",\"pressTime\":\"2026-11-24 10:00:00\"")
                        .key())
                .isNotEqualTo(one.key());
    }

    @Test
    void parksAnActionThatItDoesNotKnow() {
        var message = pushed("GET_REC_INFO", "\"caseId\":\"C1\"");
        assertThat(message.automaticReason()).contains("action not known to this source: GET_REC_INFO");
        assertThatThrownBy(() -> pushed("看不懂", "\"caseId\":\"C1\"")).isInstanceOf(MalformedMessage.class);
    }
}
