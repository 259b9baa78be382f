package org.intakehub.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.intakehub.core.classification.Classification;
import org.intakehub.core.classification.Matter;
import org.intakehub.core.classification.Matters;
import org.intakehub.core.rules.CityRules;
import org.junit.jupiter.api.Test;

/** The shipped table, with matters such as the centre's report tells of. */
class DispatchRulesTest {
    private static final CityRules RULES = CityRules.shipped();

    @Test
    void letsTheStreetLeadWhenALoadBearingWallIsTornDown() {
        Matter matter = Matters.of("楼上拆除承重墙", "亚父街道某小区，装修工人正在砸承重墙，整栋楼都不安全");

        assertThat(parts(matter)).containsExactly("LEAD yafu", "ASSIST zhujian", "ASSIST fangchan");
    }

    @Test
    void sendsAFeeDisputeWithRubbishToTheStreetUnderTheEyesOfItsSubCentre() {
        Matter matter = Matters.of("物业费纠纷", "凤凰山街道某小区业主和物业公司为物业费闹矛盾，垃圾几天没人清理");

        assertThat(parts(matter))
                .containsExactly(
                        "LEAD fenghuangshan", "ASSIST zhujian", "ASSIST fangchan", "SUPERVISE fenghuangshan-diaodu");
    }

    @Test
    void sendsAThreatInTheTownshipToItsGovernmentAndPoliceStationTogether() {
        Matter matter = Matters.of("", "柘皋镇一名醉酒男子来电，说要伤害自己的儿子");

        assertThat(RULES.classifier().classify(matter).threat()).isTrue();
        assertThat(parts(matter)).startsWith("LEAD zhegao", "ASSIST zhegao-paichusuo");
    }

    @Test
    void sendsAThreatOfUnknownPlaceToThePolice() {
        assertThat(parts(Matters.of("", "再不解决我就跳楼"))).startsWith("LEAD gongan");
    }

    @Test
    void bringsTheDepartmentOfTheMatterIntoAThreatAsAssistant() {
        Matter matter = Matters.of("拖欠工资", "老板拖欠农民工工资，讨薪无门，再不给钱我就跳楼");

        assertThat(parts(matter)).startsWith("LEAD gongan").contains("ASSIST renshe");
    }

    @Test
    void addsTheTerritorialUnitToTheResponsibleDepartment() {
        assertThat(parts(Matters.of("路灯不亮", "天河街道官圩社区的路灯坏了"))).containsExactly("LEAD chengguan", "ASSIST tianhe");
    }

    @Test
    void letsTheTownshipLeadWhereTheCityUnitIsFarAway() {
        assertThat(parts(Matters.of("垃圾成堆", "夏阁镇街上垃圾成堆没人清运"))).containsExactly("LEAD xiage", "ASSIST chengguan");
    }

    @Test
    void leavesTheTerritoryOutWhereItHasNothingToDo() {
        assertThat(parts(Matters.of("公积金提取", "我住天河街道，公积金贷款和提取怎么办")))
                .containsExactly("LEAD shuiwuju", "ASSIST gongjijin");
    }

    @Test
    void leavesALeadOpenRatherThanSendTheMatterToTheAccused() {
        Matter matter = Matters.of("实名举报", "举报城管局队员收钱，放任流动摊贩占道经营");

        Classification classification = RULES.classifier().classify(matter);

        assertThat(classification.accused()).containsExactly("chengguan");
        assertThat(RULES.dispatch().assign(classification)).noneMatch(part -> part.role() == Role.LEAD);
    }

    @Test
    void assignsNobodyWithoutACategory() {
        assertThat(parts(Matters.of("", "qwerty"))).isEmpty();
    }

    @Test
    void namesTheRowThatDecided() {
        Classification classification = RULES.classifier().classify(Matters.of("路灯不亮", "路灯坏了"));

        assertThat(RULES.dispatch().assign(classification))
                .allSatisfy(part -> assertThat(part.reason()).matches("dispatch\\.csv:\\d+"));
    }

    private static List<String> parts(Matter matter) {
        return RULES.dispatch().assign(RULES.classifier().classify(matter)).stream()
                .map(part -> part.role() + " " + part.unit().code())
                .toList();
    }
}
