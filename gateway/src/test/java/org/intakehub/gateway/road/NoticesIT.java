package org.intakehub.gateway.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.junit.jupiter.api.Test;

class NoticesIT extends StoppedRoad {
    private static final Instant LONG_AGO = Instant.parse("2026-11-23T02:00:00Z");
    private static final String ORDER =
            "{\"JJDBH\":\"J-1\",\"BJSJ\":\"2026-11-23 09:58:00\",\"BJNR\":\"东风路井盖缺失\",\"JQLBDM\":\"40000\",\"SFBM\":\"0\"}";
    private static final String FEEDBACK =
            "{\"FLOWID\":\"F-1\",\"JJDBH\":\"J-1\",\"FKSJ\":\"2026-11-23 10:30:00\",\"CJCZQK\":\"已设围挡\"}";

    private static RawMessage order(String delivery, String path, String body, Instant at) {
        return new RawMessage(
                new ChannelId("police-110"),
                new SourceId("police"),
                delivery,
                at,
                Map.of("path", path, "content-type", "application/json"),
                Payload.of(body, UTF_8),
                SignatureStatus.VERIFIED);
    }

    @Test
    void aNoticeJoinsTheMatterThatThePlatformNamesAndOpensNone() {
        var id = open(order("d-1", "pushJjd", ORDER, LONG_AGO));
        assertThat(run(order("d-2", "pushFkd", FEEDBACK, LONG_AGO))).isEmpty();

        assertThat(cases()).isEqualTo(1);
        assertThat(text("select joined_by from message where kind = 'NOTICE' and case_id = ?", id))
                .isEqualTo("NUMBER");
        assertThat(text("select kind from history where case_id = ? order by id desc limit 1", id))
                .isEqualTo("NOTICE_RECEIVED");
    }

    @Test
    void anOrderThatChangedJoinsItsCase() {
        open(order("d-1", "pushJjd", ORDER, LONG_AGO));
        run(order("d-2", "pushJjd", ORDER.replace("缺失", "破损"), LONG_AGO));
        assertThat(cases()).isEqualTo(1);
        assertThat(number("select count(*) from message")).isEqualTo(2);
    }

    @Test
    void aNoticeThatOvertookItsMatterIsTriedAgainAndFindsIt() {
        var early = order("d-2", "pushFkd", FEEDBACK, Instant.now());
        assertThatThrownBy(() -> run(early)).isInstanceOf(RemoteUnavailable.class);
        assertThat(number("select count(*) from raw_message")).isZero();

        open(order("d-1", "pushJjd", ORDER, LONG_AGO));
        run(early);
        assertThat(number("select count(*) from message where kind = 'NOTICE'")).isEqualTo(1);
    }

    @Test
    void aNoticeWhoseMatterNeverCameWaitsInQuarantineForAPerson() {
        var orphan = order("d-2", "pushFkd", FEEDBACK, LONG_AGO);
        assertThat(run(orphan)).isEmpty();
        assertThat(cases()).isZero();
        assertThat(text("select state from raw_message")).isEqualTo("QUARANTINED");
        assertThat(text("select reason from raw_message"))
                .isEqualTo("1 of 1 messages are notices about matters that are not here");
    }

    @Test
    void aNoticeThatCameWithItsMatterJoinsItAndNobodyIsToldByHandThatItCame() {
        var thread =
                "{\"tid\":\"14592777\",\"row\":{\"subject\":\"路灯不亮\",\"content\":\"三天了\",\"answerContent\":\"已修复\"}}";
        var raw = new RawMessage(
                new ChannelId("people-daily"),
                new SourceId("board"),
                "d-1",
                Instant.now(),
                Map.of(),
                Payload.of(thread, UTF_8),
                SignatureStatus.FETCHED);
        var id = open(raw);
        assertThat(text("select joined_by from message where kind = 'NOTICE' and case_id = ?", id))
                .isEqualTo("NUMBER");
        assertThat(text("select state from raw_message")).isEqualTo("FILED");
        assertThat(number("select count(*) from reply")).isZero();
    }

    @Test
    void channelsThatArePolledTakeTheirSettingsFromProperties() {
        assertThat(camel.getRoute("poll-board")).isNotNull();
        assertThat(camel.getRoute("poll-site")).isNotNull();
    }
}
