package org.intakehub.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.gateway.classify.ClassifyStage;
import org.intakehub.gateway.similar.Matching;
import org.intakehub.gateway.similar.Merging;
import org.intakehub.gateway.similar.Suggestions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases of one matter are found, joined and parted again. */
class SimilarIT extends StoppedRoad {
    private static final String LIGHTS = "柳岸晴川小区二期8栋楼下的路灯已经坏了两个星期，晚上一片漆黑，老人孩子出门都不安全，希望尽快派人维修。";
    private static final String LIGHTS_AGAIN = "柳岸晴川小区2期8栋门口路灯不亮半个月了，夜里黑漆漆的，老人摔了一跤，请赶快维修路灯。";
    private static final String NOISE = "金桂雅苑旁边的工地每天夜里施工到两点，打桩机的噪音让全家无法入睡，请制止夜间施工。";

    @Autowired
    ClassifyStage classify;

    @Autowired
    Matching matching;

    @Autowired
    Merging merging;

    @Autowired
    Suggestions suggestions;

    @Test
    void anotherCitizensWordsOnTheSameMatterAreSuggestedAndSaySo() {
        var first = compared(told("d-1", "路灯不亮", LIGHTS, "周晓雨", "13900001234"));
        compared(told("d-2", "夜间施工", NOISE, "吴长河", "13900009999"));
        var second = compared(told("d-3", "路灯坏了", LIGHTS_AGAIN, "陈一帆", "13900005678"));
        assertThat(number("select count(*) from similar_case")).isEqualTo(1);
        assertThat(text("select reasons::text from similar_case where case_id = ? and other_id = ?", second, first))
                .contains("SAME_NAME");
        assertThat(number("select count(*) from case_merge")).isZero();
    }

    @Test
    void theSameCitizensWordsAreJoinedAndPartedAgainAsTheyWere() {
        var first = compared(told("d-1", "路灯不亮", LIGHTS, "周晓雨", "13900001234"));
        var raw = told("d-2", "路灯坏了", LIGHTS_AGAIN, "周晓雨", "13900001234");
        var second = open(raw);
        var before = classified(second);
        var clocks = text("select string_agg(kind || due_at, ',') from clock where case_id = ?", second);
        compare();
        assertThat(text("select state from case_file where id = ?", second)).isEqualTo("MERGED");
        assertThat(text("select merged_into::text from case_file where id = ?", second))
                .isEqualTo(first.toString());
        assertThat(text("select string_agg(kind || due_at, ',') from clock where case_id = ?", second))
                .isEqualTo(clocks);

        assertThat(merging.undo(second, revision(second) - 1, "operator")).isEqualTo(Merging.Result.STALE);
        assertThat(merging.undo(second, revision(second), "operator")).isEqualTo(Merging.Result.DONE);
        assertThat(text("select state from case_file where id = ?", second)).isEqualTo(before);
        assertThat(number("select count(*) from case_file where merged_into is not null"))
                .isZero();
        assertThat(number("select count(*) from clock where stopped_at is not null"))
                .isZero();
        assertThat(number("select count(*) from history where kind in ('MERGED', 'UNMERGED')"))
                .isEqualTo(4);
        assertThat(number("select count(*) from case_merge where undone_by = 'operator'"))
                .isEqualTo(1);
        matching.matchBatch();
        assertThat(text("select state from case_file where id = ?", second)).isEqualTo(before);
    }

    @Test
    void whatTheCitizenWritesToAMergedCaseGoesToTheMainCase() {
        var main = compared(mail("m-1@example.org", "xiaoyu@example.org", "route"));
        var merged = compared(mail("m-2@example.org", "yifan@example.org", "light"));
        assertThat(merging.merge(main, merged, "operator")).isEqualTo(Merging.Result.DONE);
        run(mail("m-3@example.org", "yifan@example.org", "Re: light", "In-Reply-To: <m-2@example.org>"));
        assertThat(number("select count(*) from message where case_id = ?", main))
                .isEqualTo(2);
        assertThat(number("select count(*) from message where case_id = ?", merged))
                .isEqualTo(1);
    }

    @Test
    void whatHangsOnACaseFollowsItIntoAnotherAndBack() {
        var first = compared(told("d-1", "一", NOISE, "周晓雨", "13900001234"));
        var second = compared(told("d-2", "二", LIGHTS, "吴长河", "13900009999"));
        var third = compared(told("d-3", "三", "东风路的路面塌了一个大坑", "陈一帆", "13900005678"));
        assertThat(merging.merge(second, third, "operator")).isEqualTo(Merging.Result.DONE);
        assertThat(merging.merge(first, second, "operator")).isEqualTo(Merging.Result.DONE);
        assertThat(text("select merged_into::text from case_file where id = ?", third))
                .isEqualTo(first.toString());
        assertThat(merging.merge(first, third, "operator")).isEqualTo(Merging.Result.NOT_POSSIBLE);
        assertThat(merging.undo(second, revision(second), "operator")).isEqualTo(Merging.Result.DONE);
        assertThat(text("select merged_into::text from case_file where id = ?", third))
                .isEqualTo(second.toString());
    }

    @Test
    void aRefusedSuggestionNeverComesAgain() {
        var first = compared(told("d-1", "路灯不亮", LIGHTS, "周晓雨", "13900001234"));
        var second = compared(told("d-2", "路灯坏了", LIGHTS_AGAIN, "陈一帆", "13900005678"));
        assertThat(suggestions.dismiss(first, second, "operator")).isTrue();
        assertThat(suggestions.dismiss(first, second, "operator")).isFalse();
        jdbc.sql("insert into similar_waiting (case_id) values (?), (?)")
                .params(first, second)
                .update();
        compare();
        assertThat(text("select state || settled_by from similar_case")).isEqualTo("DISMISSEDoperator");
    }

    @Test
    void aWhistleBlowersCaseIsNeverJoinedByItself() {
        compared(told("d-1", "路灯不亮", LIGHTS, "周晓雨", "13900001234"));
        var second = open(told("d-2", "路灯不亮", LIGHTS, "周晓雨", "13900001234"));
        jdbc.sql("update case_file set confidentiality = 'WHISTLEBLOWER' where id = ?")
                .param(second)
                .update();
        classified(second);
        compare();
        assertThat(number("select count(*) from case_merge")).isZero();
        assertThat(number("select count(*) from similar_case")).isEqualTo(1);
    }

    private UUID compared(RawMessage raw) {
        var id = open(raw);
        classified(id);
        compare();
        return id;
    }

    private String classified(UUID id) {
        classify.run(delivery(id));
        return text("select state from case_file where id = ?", id);
    }

    /** The hub itself compares as well, and may be at it. */
    private void compare() {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            matching.matchBatch();
            return number("select count(*) from similar_waiting") == 0
                    && number("select count(*) from similar_case where automatic and state = 'SUGGESTED'") == 0;
        });
    }

    private static RawMessage told(String id, String title, String text, String name, String phone) {
        return push(
                id,
                "{\"title\":\"%s\",\"description\":\"%s\",\"citizen\":{\"name\":\"%s\",\"phones\":[\"%s\"]}}"
                        .formatted(title, text, name, phone));
    }
}
