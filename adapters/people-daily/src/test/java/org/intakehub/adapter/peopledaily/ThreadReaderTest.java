package org.intakehub.adapter.peopledaily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.intakehub.adapter.peopledaily.PeopleDailySettings.Mode;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ThreadReaderTest {
    private final ThreadReader reader =
            new ThreadReader(BoardSettings.of(Mode.SIGNED).build());

    private List<IntakeMessage> read(String envelope) {
        return reader.read(JsonMapper.shared().readTree(envelope.replace('\'', '"')));
    }

    @Test
    void picksTheQuestionByItsTypeWhereverItStands() {
        var found = read(
                "{'tid':'5','fid':'1','content':{'contentList':[{'dataType':'1','content':'问','dateline':100000000},"
                        + "{'dataType':4,'content':'答','dateline':200000000000}]}}");

        assertThat(found).extracting(IntakeMessage::text).containsExactly("问", "答");
        assertThat(found.get(0).title()).as("there is no subject").isEqualTo("问");
    }

    @Test
    void readsSecondsMillisecondsAndText() {
        for (var time : List.of("1763632800", "1763632800000", "'2025-11-20 18:00:00'", "'2025-11-20 18:00'")) {
            assertThat(read("{'tid':5,'row':{'dateline':" + time + ",'subject':'a'}}")
                            .get(0)
                            .occurredAt())
                    .as(time)
                    .contains(Instant.parse("2025-11-20T10:00:00Z"));
        }
    }

    @Test
    void aTimeThatCannotBeReadIsNotedAndFailsNothing() {
        var message = read("{'tid':5,'row':{'dateline':'昨天','subject':'a'}}").get(0);

        assertThat(message.occurredAt()).isEmpty();
        assertThat(message.notes()).contains("time not readable");
    }

    @Test
    void namesADomainByItsCodeAndKeepsUnknownCodes() {
        var known = read("{'tid':5,'row':{'domainId':13}}").get(0);
        var unknown =
                read("{'tid':5,'row':{'domainId':'77','publicAttachment':9}}").get(0);

        assertThat(known.extras()).containsEntry("domainName", "环保").containsEntry("domainId", "13");
        assertThat(unknown.extras()).containsEntry("domainId", "77").doesNotContainKey("domainName");
        assertThat(unknown.notes()).contains("code of the domain not known", "code of the attachments not known");
    }

    @Test
    void aMemberIsKnownAgainAndOthersAreNobodyElse() {
        assertThat(read("{'tid':5,'row':{'userId':88}}").get(0).citizen().handle())
                .contains("user-88");
        assertThat(read("{'tid':5,'row':{'userId':0}}").get(0).citizen().handle())
                .contains("thread-5");
    }

    @Test
    void anAnswerInTheListAndInTheThreadIsOne() {
        var found =
                read("{'tid':5,'row':{'answerContent':'已 修好。','answerDateline':1763979000},'content':{'contentList':["
                        + "{'dataType':4,'content':'已修好。'},{'dataType':1,'content':'问'}]}}");
        var later = read("{'tid':5,'again':true,'row':{'answerContent':'已修好。'}}");

        assertThat(found).hasSize(2);
        assertThat(later.get(0).key()).isEqualTo(found.get(1).key());
    }

    @Test
    void aRatingOutsideTheScaleIsKeptAndNoted() {
        var rating =
                read("{'tid':5,'again':true,'row':{'grade':9,'gradeSpeed':0}}").get(0);

        assertThat(rating.extras()).containsEntry("grade", "9").doesNotContainKey("gradeSpeed");
        assertThat(rating.notes()).contains("grade is not a grade from 1 to 5");
    }

    @Test
    void noRatingIsGivenByZeros() {
        assertThat(read("{'tid':5,'again':true,'row':{'grade':0,'gradeLevel':0}}"))
                .isEmpty();
    }

    @Test
    void refusesAnEnvelopeWithoutAThread() {
        assertThatThrownBy(() -> read("{'row':{'subject':'a'}}")).isInstanceOf(MalformedMessage.class);
        assertThatThrownBy(() -> read("{'tid':'12a'}")).isInstanceOf(MalformedMessage.class);
    }
}
