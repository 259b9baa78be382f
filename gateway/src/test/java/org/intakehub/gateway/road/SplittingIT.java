package org.intakehub.gateway.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.intakehub.gateway.classify.ClassifyStage;
import org.intakehub.gateway.filing.Splitting;
import org.intakehub.gateway.filing.Splitting.Result;
import org.intakehub.gateway.reply.CaseAnswers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SplittingIT extends StoppedRoad {
    private static final String LAMP_PART = "凤凰山街道东风路的路灯坏了，晚上不亮，请维修路灯";
    private static final String WASTE_PART = "小区门口的垃圾三天没有清运，请清理垃圾";

    @Autowired
    Splitting splitting;

    @Autowired
    ClassifyStage classify;

    @Autowired
    CaseAnswers answers;

    private UUID letter(String id) {
        return open(mail(id, "zhou@example.org", "=?utf-8?B?5Lik5Lu25LqL?="));
    }

    private Splitting.Split split(UUID letter) {
        return splitting.split(letter, revision(letter), List.of(LAMP_PART, WASTE_PART), "zhang");
    }

    @Test
    void eachFurtherMatterGetsACaseOfItsOwnAndTheLetterStaysWhole() {
        var letter = letter("split-1");
        var told = text("select text from message where case_id = ?", letter);
        var split = split(letter);
        assertThat(split.result()).isEqualTo(Result.DONE);
        var part = split.cases().get(0);

        assertThat(text("select description from case_file where id = ?", letter))
                .isEqualTo(LAMP_PART);
        assertThat(text("select text from message where case_id = ?", letter)).isEqualTo(told);
        assertThat(text(
                        "select description || ' ' || citizen_handle || ' ' || state from case_file where id = ?",
                        part))
                .isEqualTo(WASTE_PART + " zhou@example.org ACCEPTED");
        assertThat(text("select joined_by from message where case_id = ?", part))
                .isEqualTo("SPLIT");
        assertThat(number("select count(*) from clock where case_id = ?", part)).isPositive();
        assertThat(number(
                        "select count(*) from outbox where queue = 'intake.classify' and convert_from(body, 'UTF8') = ?",
                        part.toString()))
                .isOne();
        assertThat(number("select count(*) from reply where case_id = ? and kind = 'ACKNOWLEDGEMENT'", part))
                .isOne();
        assertThat(text("select actor from history where case_id = ? and kind = 'SPLIT_OFF'", part))
                .isEqualTo("zhang");
        assertThat(text("select detail::text from history where case_id = ? and kind = 'SPLIT'", letter))
                .contains(part.toString());
    }

    @Test
    void thePartsCitizenIsAnsweredOnTheChannelOfTheLetter() {
        var part = split(letter("split-2")).cases().get(0);
        assertThat(answers.preview(part, "已清运")).singleElement().satisfies(preview -> {
            assertThat(preview.recipient()).isEqualTo("zhou@example.org");
            assertThat(preview.how()).isEqualTo("MAIL");
        });
    }

    @Test
    void whatWasSplitIsPutBackAndSaysAgainWhatItSaid() {
        var letter = letter("split-3");
        var before = text("select title || ' ' || description from case_file where id = ?", letter);
        var part = split(letter).cases().get(0);
        assertThat(splitting.undo(letter, revision(letter), "zhang")).isEqualTo(Result.NOT_POSSIBLE);
        classify.run(delivery(letter));
        classify.run(delivery(part));

        assertThat(splitting.undo(letter, revision(letter) - 1, "zhang")).isEqualTo(Result.STALE);
        assertThat(splitting.undo(letter, revision(letter), "zhang")).isEqualTo(Result.DONE);

        assertThat(text("select title || ' ' || description from case_file where id = ?", letter))
                .isEqualTo(before);
        assertThat(text("select state || ' ' || merged_into from case_file where id = ?", part))
                .isEqualTo("MERGED " + letter);
        assertThat(text("select undone_by from case_split where letter_id = ?", letter))
                .isEqualTo("zhang");
        assertThat(splitting.undo(letter, revision(letter), "zhang")).isEqualTo(Result.NOT_POSSIBLE);
    }

    @Test
    void aPartThatIsSettledAlreadyIsNotPutBackAndNothingChanges() {
        var letter = letter("split-4");
        var part = split(letter).cases().get(0);
        classify.run(delivery(letter));
        jdbc.sql("update case_file set state = 'CLOSED' where id = ?")
                .param(part)
                .update();
        assertThat(splitting.undo(letter, revision(letter), "zhang")).isEqualTo(Result.NOT_POSSIBLE);
        assertThat(text("select description from case_file where id = ?", letter))
                .isEqualTo(LAMP_PART);
        assertThat(text("select state from case_file where id = ?", part)).isEqualTo("CLOSED");
    }

    @Test
    void onlyWhatIsOpenAndUnchangedIsSplitIntoTwoPartsOrMore() {
        var letter = letter("split-5");
        assertThat(splitting
                        .split(letter, revision(letter) - 1, List.of(LAMP_PART, WASTE_PART), "zhang")
                        .result())
                .isEqualTo(Result.STALE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> splitting.split(letter, revision(letter), List.of(LAMP_PART), "zhang"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> splitting.split(letter, revision(letter), List.of(LAMP_PART, " "), "zhang"));
        jdbc.sql("update case_file set state = 'CLOSED' where id = ?")
                .param(letter)
                .update();
        assertThat(split(letter).result()).isEqualTo(Result.NOT_POSSIBLE);
        assertThat(cases()).isOne();
    }

    @Test
    void whatAPersonPartedIsNeverSuggestedToBeOneMatter() {
        var letter = letter("split-6");
        var split =
                splitting.split(letter, revision(letter), List.of(LAMP_PART, WASTE_PART, "楼上半夜装修太吵，请处理噪声"), "zhang");
        assertThat(split.cases()).hasSize(2);
        assertThat(number("select count(*) from similar_case where state = 'DISMISSED'"))
                .isEqualTo(3);
    }

    @Test
    void aCaseInTriageIsAskedOfTheRulesAgain() {
        var letter = letter("split-7");
        toTriage(letter);
        split(letter);
        assertThat(text("select state from case_file where id = ?", letter)).isEqualTo("ACCEPTED");
        assertThat(number("select count(*) from outbox where convert_from(body, 'UTF8') = ?", letter.toString()))
                .isOne();
    }
}
