package org.intakehub.core.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
    @Test
    void readsSeveralCookiesThatCameAsOneHeader() {
        var joined = "[session=a1=; Path=/; Expires=Wed, 25 Nov 2026 08:00:00 GMT, XSRF-TOKEN=b2; HttpOnly]";
        assertThat(answer(Map.of("Set-Cookie", joined)).cookies())
                .isEqualTo(Map.of("session", "a1=", "XSRF-TOKEN", "b2"));
    }

    @Test
    void hasNoCookiesIfNoneAreSet() {
        assertThat(answer(Map.of()).cookies()).isEmpty();
    }

    @Test
    void aStepShowsNothingOfItsNote() {
        assertThat(answer(Map.of()).asked().toString()).doesNotContain("words");
    }

    private static Answer answer(Map<String, String> headers) {
        var ask = new Step.Ask(Call.get(URI.create("https://example.org/"), Map.of()), Cursor.START, "words");
        return new Answer(ask, 200, headers, Payload.of(new byte[0]), Instant.EPOCH);
    }
}
