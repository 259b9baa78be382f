package org.intakehub.adapter.peopledaily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.intakehub.adapter.peopledaily.PeopleDailySettings.Mode;
import org.intakehub.core.channel.FileAdapter;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.IntakeMessage.Kind;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.junit.jupiter.api.Test;

class BackOfficeListTest {
    private final PeopleDailySettings settings = BoardSettings.of(Mode.SIGNED).build();
    private final BackOfficeList list = new BackOfficeList(new Columns(Map.of("deadline", List.of("最迟答复"))), settings);

    private List<IntakeMessage> read(String csv) {
        return list.read(new RawMessage(
                PeopleDaily.CHANNEL,
                new SourceId("board"),
                "d",
                Instant.EPOCH,
                Map.of(FileAdapter.FILE_NAME, "list.csv"),
                Payload.of(csv, Charset.forName("GB18030")),
                SignatureStatus.ENTERED));
    }

    @Test
    void matchesPhonesAndDeadlinesByThread() {
        var notice = read("留言编号,联系电话,最迟答复\n14592777,00000000001/00000000002,2026-12-01\n")
                .get(0);

        assertThat(notice.kind()).isEqualTo(Kind.NOTICE);
        assertThat(notice.threading().continues()).contains("14592777");
        assertThat(notice.citizen().phones()).containsExactly("00000000001", "00000000002");
        assertThat(notice.extras()).containsEntry("deadline", "2026-11-30T16:00:00Z");
        assertThat(notice.text()).contains("2026-12-01").doesNotContain("00000000001");
    }

    @Test
    void aRowThatTellsTheMatterOpensItUnlessItIsKnown() {
        var found = read("留言编号,标题,内容,联系电话\n14592777,路灯,路灯不亮,00000000001\n");

        assertThat(found).extracting(IntakeMessage::kind).containsExactly(Kind.MATTER, Kind.NOTICE);
        assertThat(found.get(0).key().value())
                .as("the key that the thread itself has")
                .isEqualTo("14592777");
        assertThat(found.get(0).citizen().phones()).containsExactly("00000000001");
    }

    @Test
    void aChangedDeadlineIsNewsAndTheSameListIsNone() {
        var first = read("留言编号,办理期限\n1,2026-12-01\n").get(0).key();

        assertThat(read("留言编号,办理期限\n1,2026-12-01\n").get(0).key()).isEqualTo(first);
        assertThat(read("留言编号,办理期限\n1,2026-12-09\n").get(0).key()).isNotEqualTo(first);
    }

    @Test
    void reportsWhatItDoesNotKnow() {
        var notice = read("留言编号,满意情况,办理期限\n1,未评价,下周\n").get(0);

        assertThat(notice.extras()).containsEntry("满意情况", "未评价").containsEntry("deadline", "下周");
        assertThat(notice.notes()).contains("column not known: 满意情况", "deadline not readable");
    }

    @Test
    void readsQuotedCellsOfSeveralLines() {
        var found = read("留言编号,标题,内容\r\n1,\"a,\"\"b\"\"\",\"一\r\n二\"\r\n");

        assertThat(found.get(0).title()).isEqualTo("a,\"b\"");
        assertThat(found.get(0).text()).isEqualTo("一\n二");
    }

    @Test
    void refusesWhatIsNoListOfThreads() {
        for (var csv : List.of("", "姓名,电话\na,1\n", "留言编号\n", "留言编号\n第一\n", "留言编号\n1,2\n", "留言编号\n\"1\n")) {
            assertThatThrownBy(() -> read(csv)).as(csv).isInstanceOf(MalformedMessage.class);
        }
    }
}
