package org.intakehub.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.intakehub.core.casefile.SignedTokens;
import org.junit.jupiter.api.Test;

class SurveyLinksTest {
    private static final UUID ANSWER = UUID.fromString("f0000000-0000-7000-8000-00000000000f");

    private final SurveyLinks links =
            new SurveyLinks(new SignedTokens(new byte[16], "survey"), "https://hub.example.org");

    @Test
    void aLinkLeadsBackToItsAnswerAndNoOtherDoes() {
        assertThat(links.answer(links.token(ANSWER))).hasValue(ANSWER);
        assertThat(links.answer(links.token(ANSWER).replace('f', 'e'))).isEmpty();
        assertThat(links.answer("x".repeat(200))).isEmpty();
    }

    @Test
    void invitesOnlyWhereTheHubKnowsItsOwnAddress() {
        assertThat(links.invitation(ANSWER)).endsWith("https://hub.example.org/public/survey/" + links.token(ANSWER));
        assertThat(new SurveyLinks(new SignedTokens(new byte[16], "survey"), "").invitation(ANSWER))
                .isEmpty();
    }
}
