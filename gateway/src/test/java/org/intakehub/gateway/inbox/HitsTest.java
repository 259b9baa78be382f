package org.intakehub.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.intakehub.gateway.inbox.Hits.Kind;
import org.intakehub.gateway.inbox.Hits.Piece;
import org.junit.jupiter.api.Test;

class HitsTest {
    private final Hits hits = new Hits();

    @Test
    void thePiecesTogetherAreTheText() {
        var text = "<b>门口</b> ABC abc 门门口 \uD83D\uDE00 \u0000";
        for (var words : List.of("门口", "abc", "", "b", "\uD83D\uDE00", "没有")) {
            assertThat(hits.of(text, words, List.of("门", "口</b>")).stream()
                            .map(Piece::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(text);
        }
    }

    @Test
    void aHitCoversAReasonAndIgnoresCase() {
        assertThat(hits.of("占道Abc经营", "aBC", List.of("占道Abc")))
                .containsExactly(
                        new Piece("占道", Kind.REASON), new Piece("Abc", Kind.FOUND), new Piece("经营", Kind.PLAIN));
    }

    @Test
    void nothingIsMarkedWithoutWords() {
        assertThat(hits.of("文字", null)).containsExactly(new Piece("文字", Kind.PLAIN));
        assertThat(hits.of(null, "字")).isEmpty();
    }
}
