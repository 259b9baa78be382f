package org.intakehub.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Searching and counting: finds what people look for, shows no more than the reader may see, and never reads through the archive. */
class SearchIT extends RunningHub {
    private static final CaseAccess DISPATCHER = CaseAccess.of(new Account("dispatcher", "D", Role.DISPATCHER, null));
    private static final CaseAccess OPERATOR = CaseAccess.of(new Account("operator", "O", Role.OPERATOR, null));

    @Autowired
    CaseList cases;

    @Autowired
    CaseCounts counts;

    @Autowired
    CaseFacets facets;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void findsTwoCharactersNamesAndNumbers() {
        var lamp = samples.add("路灯不亮", "东风路 12 号门口 Abc-7");
        samples.add("垃圾未清运", "小区门口");

        for (var words : List.of("路灯", "风路", "灯不亮", "abc-7", "亮", "门口 Abc")) {
            assertThat(found(DISPATCHER, words)).as(words).containsExactly(lamp);
        }
        assertThat(found(DISPATCHER, "门口")).hasSize(2);
        assertThat(found(DISPATCHER, "周晓雨")).hasSize(2);
        assertThat(found(DISPATCHER, "13900001234")).hasSize(2);
        assertThat(found(DISPATCHER, "路亮")).isEmpty();
        assertThat(found(DISPATCHER, "%")).isEmpty();
    }

    @Test
    void whatLiesFarBackIsFoundByThePairsOfItsCharacters() {
        var old = samples.add("古井盖破损", "无名巷");
        jdbc.sql("update case_words set accepted_at = '2001-01-01'").update();
        assertThat(found(DISPATCHER, "井盖")).containsExactly(old);
        assertThat(plan("select case_id from case_words where pairs @> array['井盖']"))
                .contains("case_words_by_pair");
    }

    @Test
    void aWhistleblowersNameIsNoKeyToHisCaseForOperators() {
        samples.add("举报", "有人受贿", "TRIAGE", "mayor-mailbox", "0302", Confidentiality.WHISTLEBLOWER);
        assertThat(found(DISPATCHER, "周晓雨")).hasSize(1);
        assertThat(found(OPERATOR, "周晓雨")).isEmpty();
        assertThat(found(OPERATOR, "受贿")).isEmpty();
    }

    @Test
    void aWordThatChangedIsFoundUnderItsNewForm() {
        var id = samples.add("路灯不亮", "内容");
        jdbc.sql("update case_file set title = '井盖丢失' where id = ?").param(id).update();
        assertThat(found(DISPATCHER, "路灯")).isEmpty();
        assertThat(found(DISPATCHER, "井盖")).containsExactly(id);
    }

    @Test
    void theViewsCountOpenCasesOnly() {
        samples.add("一", "一", "TRIAGE", "mayor-mailbox", "0302", Confidentiality.NORMAL);
        samples.add("二", "二", "CLOSED", "mayor-mailbox", "0302", Confidentiality.NORMAL);
        var late = samples.add("三", "三", "DISPATCHED", "mayor-mailbox", "0302", Confidentiality.SENSITIVE);
        samples.workOrder(late, "chengguan", "LEAD");
        jdbc.sql("update clock set due_at = now() - interval '1 minute'").update();

        var counted = counts.of(DISPATCHER);
        assertThat(counted.get(CaseView.OPEN)).isEqualTo(2);
        assertThat(counted.get(CaseView.UNSURE)).isEqualTo(1);
        assertThat(counted.get(CaseView.SENSITIVE)).isEqualTo(1);
        assertThat(counted.get(CaseView.LATE)).isEqualTo(1);
        assertThat(counted.get(CaseView.DUE_SOON)).isZero();
        for (var view : CaseView.values()) {
            var filter = new CaseFilter("", "", "", "", "", Optional.of(view));
            assertThat(cases.page(DISPATCHER, filter, Optional.empty(), 50).rows())
                    .as(view.name())
                    .hasSize(Math.toIntExact(counted.getOrDefault(view, -1L)));
        }
    }

    @Test
    void listsAndCountsGoByTheirIndexes() {
        assertThat(plan("select id from case_file c where true order by c.accepted_at desc, c.id desc limit 51"))
                .contains("case_file_newest");
        assertThat(plan("select count(*) from case_file c where " + CaseView.OPEN.condition()))
                .contains("case_file_open");
        // As in a city: most orders are closed. In a table of a few rows any index is as cheap as the right one.
        var busy = samples.add("路灯不亮", "内容");
        jdbc.sql("insert into work_order (id, case_id, unit, role, reason, dispatched_at, state)"
                        + " select gen_random_uuid(), ?, 'unit-' || n, 'LEAD', 'rule', now(),"
                        + " case when n % 20 = 7 then 'DISPATCHED' else 'CLOSED' end from generate_series(1, 5000) n")
                .param(busy)
                .update();
        jdbc.sql("analyze work_order").update();
        assertThat(plan("select w.case_id from work_order w where w.unit = 'unit-7' and " + CaseFacets.LED))
                .contains("work_order_led");
        assertThat(plan("select w.unit, count(*) from work_order w where " + CaseFacets.LED + " group by w.unit"))
                .contains("work_order_led");
        assertThat(plan("select c.channel, count(*) from case_file c where " + CaseView.OPEN.condition()
                        + " group by c.channel"))
                .contains("case_file_open");
        assertThat(plan("select c.id from case_file c where "
                        + CaseView.MINE.condition().replace(":me", "'operator'")
                        + " order by c.accepted_at desc, c.id desc limit 51"))
                .contains("case_file_");
        assertThat(plan("select case_id from case_words where accepted_at <= now()"
                        + " order by accepted_at desc, case_id desc limit 4000"))
                .contains("case_words_newest");
    }

    @Test
    void whatAUnitLeadsIsListedAndCountedAlike() {
        var led = samples.add("路灯不亮", "内容");
        samples.workOrder(led, "chengguan", "LEAD");
        var done = samples.add("路灯已修", "内容");
        samples.workOrder(done, "chengguan", "LEAD");
        jdbc.sql("update work_order set state = 'CLOSED' where case_id = ?")
                .param(done)
                .update();
        var assisted = samples.add("占道", "内容");
        samples.workOrder(assisted, "chengguan", "ASSIST");

        var filter = new CaseFilter("", "", "", "chengguan", "", Optional.empty());
        assertThat(cases.page(DISPATCHER, filter, Optional.empty(), 50).rows())
                .extracting(CaseRow::id)
                .containsExactly(led);
        assertThat(facets.of(DISPATCHER).units()).containsExactly(new CaseFacets.Count("chengguan", 1));
        assertThat(facets.of(DISPATCHER).channels()).containsExactly(new CaseFacets.Count("mayor-mailbox", 3));
    }

    @Test
    void aLineShowsTheTextAroundItsFirstHit() {
        samples.add("投诉", "前言。".repeat(200) + "后面才说到井盖丢失的事。");
        var filter = new CaseFilter("", "", "", "", "井盖", Optional.empty());
        assertThat(cases.page(DISPATCHER, filter, Optional.empty(), 50).rows())
                .singleElement()
                .extracting(CaseRow::summary)
                .asString()
                .contains("后面才说到井盖");
    }

    private List<UUID> found(CaseAccess access, String words) {
        var filter = new CaseFilter("", "", "", "", words, Optional.empty());
        return cases.page(access, filter, Optional.empty(), 50).rows().stream()
                .map(CaseRow::id)
                .toList();
    }

    /** What the planner would do with a full table, where reading all of it is dear. */
    private String plan(String sql) {
        List<String> lines = Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_sort = off").update();
            return jdbc.sql("explain " + sql).query(String.class).list();
        }));
        return String.join("\n", lines);
    }
}
