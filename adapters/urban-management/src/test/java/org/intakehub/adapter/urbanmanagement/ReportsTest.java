package org.intakehub.adapter.urbanmanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import org.intakehub.core.channel.Attachment;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.Coordinates.ReferenceSystem;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTest {
    @Test
    void readsWhoWhatWhereAndWhen() {
        var message = Pushed.report("\"registerTime\":\"2026-11-23 10:20:00\",\"reporterName\":\"林某\",\"genderId\":2,"
                + "\"contact\":\"13800000000、0551-60000000\",\"address\":\"示例路88号\",\"districtId\":\"340181\","
                + "\"streetId\":\"340181002\",\"handleOrgName\":\"城管局\",\"urgentLevelId\":2");

        assertThat(message.kind()).isEqualTo(IntakeMessage.Kind.MATTER);
        assertThat(message.externalId()).contains("C1");
        assertThat(message.threading().continues()).contains("C1");
        assertThat(message.occurredAt()).contains(Instant.parse("2026-11-23T02:20:00Z"));
        assertThat(message.citizen().name()).contains("林某");
        assertThat(message.citizen().gender()).contains("女");
        assertThat(message.citizen().phones()).containsExactly("13800000000", "0551-60000000");
        assertThat(message.citizen().handle()).contains("C1");
        assertThat(message.place().address()).contains("示例路88号");
        assertThat(message.place().divisionCode()).contains("340181002");
        assertThat(message.namedUnit()).contains("城管局");
        assertThat(message.extras()).containsEntry("urgentLevelId", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"callTime\":\"2026-11-23 10:12:30\",\"registerTime\":\"2026-11-23 10:20:00\"', 2026-11-23T02:12:30Z",
        "'\"registerTime\":1795400400000', 2026-11-23T02:20:00Z",
        "'\"registerTime\":\"1795400400\"', 2026-11-23T02:20:00Z"
    })
    void readsTimesHoweverTheyAreWritten(String fields, Instant expected) {
        assertThat(Pushed.report(fields).occurredAt()).contains(expected);
    }

    @Test
    void aTimeThatIsNoneIsKeptWithANote() {
        var message = Pushed.report("\"registerTime\":\"昨天\"");
        assertThat(message.occurredAt()).isEmpty();
        assertThat(message.notes()).containsExactly("registerTime not understood");
        assertThat(message.extras()).containsEntry("registerTime", "昨天");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"x\":1', NORMAL",
        "'\"reporterPublicFlag\":0', ON_REQUEST",
        "'\"publicFlag\":\"否\"', ON_REQUEST",
        "'\"reporterPublicFlag\":7', ON_REQUEST",
        "'\"publicFlag\":1', NORMAL",
        "'\"publicFlag\":1,\"reporterPublicFlag\":\"1\"', PUBLIC",
        "'\"publicFlag\":1,\"reporterPublicFlag\":0', ON_REQUEST",
        "'\"returnVisitFlag\":0', NORMAL"
    })
    void hidesTheCitizenRatherThanGuess(String fields, Confidentiality expected) {
        assertThat(Pushed.report(fields).confidentiality()).isEqualTo(expected);
    }

    @Test
    void keepsCodesAsKindCodeAndVersion() {
        var message = Pushed.report(
                "\"recTypeId\":\"1\",\"recTypeName\":\"部件\",\"mainTypeId\":\"01\",\"subTypeId\":\"0102\"");
        assertThat(message.extras())
                .containsEntry("classificationKind", "部件")
                .containsEntry("classificationCode", "0102")
                .containsEntry("classificationVersion", "GB/T 30428.2-2013")
                .containsEntry("subTypeId", "0102");
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void trustsTheCodeWhereTheNameContradictsIt() {
        var message =
                Pushed.report("\"recTypeId\":2,\"recTypeName\":\"部件\",\"mainTypeId\":\"05\",\"subTypeId\":\"01\"");
        assertThat(message.extras())
                .containsEntry("classificationKind", "事件")
                .containsEntry("classificationCode", "0501");
        assertThat(message.notes()).containsExactly("recTypeName contradicts recTypeId, the code counts");
    }

    @Test
    void anUnknownCodeKeepsItsRawValue() {
        var message = Pushed.report("\"recTypeId\":\"9\",\"recTypeName\":\"百姓生活\"");
        assertThat(message.extras()).containsEntry("classificationKind", "百姓生活").containsEntry("recTypeId", "9");
        assertThat(message.notes()).containsExactly("recTypeId not known");
    }

    @ParameterizedTest
    @CsvSource({"GCJ02, GCJ02", "WGS84, WGS84", "CGCS2000, CGCS2000", "BD09, BD09"})
    void keepsAPositionWithItsReferenceSystem(PositionSystem site, ReferenceSystem expected) {
        var message = Pushed.report(site, "\"coordinateX\":\"117.8650\",\"coordinateY\":31.6200");
        var position = message.place().coordinates().orElseThrow();
        assertThat(position.longitude()).isEqualTo(117.865);
        assertThat(position.latitude()).isEqualTo(31.62);
        assertThat(position.system()).isEqualTo(expected);
        assertThat(message.extras())
                .containsEntry("referenceSystem", site.name())
                .containsEntry("coordinateX", "117.8650")
                .containsEntry("coordinateY", "31.6200");
    }

    @Test
    void turnsMetresOfAWebMapIntoDegrees() {
        var position = Pushed.report(
                        PositionSystem.MERCATOR, "\"coordinateX\":\"13120671.5\",\"coordinateY\":\"3710862.25\"")
                .place()
                .coordinates()
                .orElseThrow();
        assertThat(position.longitude()).isCloseTo(117.8650, within(0.001));
        assertThat(position.latitude()).isCloseTo(31.6, within(0.05));
    }

    @Test
    void keepsAPositionThatItCannotUse() {
        assertThat(Pushed.report("\"coordinateX\":\"0\",\"coordinateY\":\"0\"")
                        .place()
                        .coordinates())
                .isEmpty();
        var local = Pushed.report(PositionSystem.LOCAL, "\"coordinateX\":\"52310.2\",\"coordinateY\":\"33120.9\"");
        assertThat(local.place().coordinates()).isEmpty();
        assertThat(local.extras()).containsEntry("coordinateX", "52310.2").containsEntry("referenceSystem", "LOCAL");
        var metres = Pushed.report("\"coordinateX\":\"13120671.5\",\"coordinateY\":\"3710862.25\"");
        assertThat(metres.place().coordinates()).isEmpty();
        assertThat(metres.notes()).containsExactly("position does not fit the reference system of this source");
        assertThat(Pushed.report("\"coordinateX\":\"NaN\",\"coordinateY\":\"x\"")
                        .place()
                        .coordinates())
                .isEmpty();
    }

    @Test
    void putsAPositionRightThatCameTheWrongWayRound() {
        var message = Pushed.report("\"coordinateX\":\"31.62\",\"coordinateY\":\"117.865\"");
        assertThat(message.place().coordinates().orElseThrow().longitude()).isEqualTo(117.865);
        assertThat(message.notes()).containsExactly("longitude and latitude came the wrong way round");
    }

    @Test
    void takesPicturesWithItsContentAndNotesWhatIsBroken() {
        var message = Pushed.report("\"medias\":[{\"mediaName\":\"../p1.jpg\",\"content\":\"/9j/\\n4A==\"},"
                + "{\"mediaName\":\"p2.png\",\"content\":\"data:image/png;base64,iVBORw==\"},"
                + "{\"mediaName\":\"p3.mp4\",\"mediaUrl\":\"https://media.example.org/3.mp4\"},"
                + "{\"mediaName\":\"p4.jpg\",\"content\":\"***\"}]");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("p1.jpg", "p2.png", "p3.mp4");
        assertThat(message.attachments())
                .extracting(Attachment::declaredType)
                .containsExactly("image/jpeg", "image/png", "video/mp4");
        assertThat(((Attachment.Inline) message.attachments().get(0)).content().size())
                .isEqualTo(4);
        assertThat(message.notes()).containsExactly("attachment 4 cannot be decoded");
    }

    @Test
    void readsAPulledNoticeOfAReportLikeAPush() {
        var data = "{\\\"caseId\\\":\\\"C1\\\",\\\"eventDesc\\\":\\\"路灯不亮\\\"}";
        var pulled = Pushed.read(
                PositionSystem.GCJ02,
                Map.of("notice-name", "REPORT_NOTICE"),
                "{\"noticeId\":\"N1\",\"noticeData\":\"" + data + "\"}");
        var wrapped = Pushed.read(
                PositionSystem.GCJ02,
                Map.of("notice-name", "REPORT_NOTICE"),
                "{\"noticeId\":\"N1\",\"noticeData\":{\"action\":\"REPORT\",\"data\":{\"caseId\":\"C1\",\"eventDesc\":\"路灯不亮\"}}}");
        assertThat(pulled.key().value()).isEqualTo("C1");
        assertThat(wrapped).isEqualTo(pulled);
    }

    @Test
    void refusesAReportThatNamesNoCase() {
        assertThatThrownBy(() -> Pushed.read(
                        PositionSystem.GCJ02, Map.of(), "{\"action\":\"REPORT\",\"data\":{\"eventDesc\":\"灯\"}}"))
                .isInstanceOf(MalformedMessage.class)
                .hasMessage("the report has no caseId");
    }

    @Test
    void anOldFormWithoutNumberIsStillOneCase() {
        var form = Map.of("content-type", "application/x-www-form-urlencoded; charset=UTF-8");
        var message =
                Pushed.read(PositionSystem.GCJ02, form, "recTypeID=2&eventDesc=%E7%A7%AF%E6%B0%B4&telCall=13900000000");
        assertThat(message.key().value()).startsWith("form-");
        assertThat(message.externalId()).isEmpty();
        assertThat(message.citizen().phones()).containsExactly("13900000000");
        assertThat(message.extras()).containsEntry("recTypeId", "2").containsEntry("classificationKind", "事件");
    }
}
