package org.intakehub.adapter.peopledaily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.intakehub.adapter.peopledaily.PeopleDailySettings.Mode;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.SourceId;
import org.junit.jupiter.api.Test;

class PeopleDailySettingsTest {
    private static void refuses(String setting, ThrowingCallable build) {
        assertThatIllegalArgumentException().isThrownBy(build).withMessageContaining(setting);
    }

    @Test
    void namesTheSettingThatCannotWork() {
        refuses("url", () -> BoardSettings.of(URI.create("/board"), Mode.FORM).build());
        refuses("forums", () -> BoardSettings.of(Mode.FORM).withoutForums().build());
        refuses("forums", () -> BoardSettings.of(Mode.FORM).forums("mayor").build());
        refuses(
                "ministry-forums",
                () -> BoardSettings.of(Mode.FORM).ministries("539").build());
        refuses("token", () -> BoardSettings.of(Mode.SIGNED).token(" ").build());
        refuses("selectors.title", () -> new Selectors("a", "[", "b", "c", "d", ""));
        refuses("paths.page", () -> new Paths("", "", "", "", "", "threads?x=1"));
        refuses("watch.days", () -> new Watch(1, 0, Duration.ZERO, 1));
    }

    @Test
    void asksPolitelyAndBelowAPath() {
        var settings = BoardSettings.of(URI.create("https://board.example.org/proxy/"), Mode.FORM)
                .build();

        assertThat(new PeopleDaily(new SourceId("board"), settings).pace()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(settings.page("7")).hasToString("https://board.example.org/proxy/threads/content?tid=7");
    }

    @Test
    void handsAnAnswerToAPersonWithThePageToPostItOn() {
        var adapter = new PeopleDaily(
                new SourceId("board"), BoardSettings.of(Mode.SIGNED).build());
        var reply = new Reply(
                "r-1",
                Reply.Kind.ANSWER,
                "A1",
                "t1",
                "user-8",
                Optional.empty(),
                "已修复。",
                List.of(),
                Optional.of("14592777"),
                Instant.EPOCH,
                Instant.EPOCH);

        assertThat(adapter.compose(reply)).isInstanceOfSatisfying(Outgoing.ByHand.class, task -> {
            assertThat(task.where()).contains(URI.create("https://board.example.org/threads/content?tid=14592777"));
            assertThat(task.text()).isEqualTo("已修复。");
        });
    }
}
