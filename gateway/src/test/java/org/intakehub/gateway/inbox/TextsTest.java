package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.intakehub.core.casefile.CaseState;
import org.intakehub.core.casefile.Ground;
import org.intakehub.core.casefile.Obstacle;
import org.intakehub.core.casefile.OrderState;
import org.intakehub.core.casefile.ReworkReason;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.classification.AppealType;
import org.intakehub.core.classification.Urgency;
import org.intakehub.core.clock.ClockKind;
import org.intakehub.core.clock.Day;
import org.intakehub.core.clock.Deadline;
import org.intakehub.core.clock.Notified;
import org.intakehub.core.identity.Mark;
import org.intakehub.core.outage.OutageKind;
import org.intakehub.core.outage.Sign;
import org.intakehub.core.rules.RuleFile;
import org.intakehub.core.rules.RuleSource;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.batch.Batch;
import org.intakehub.gateway.batch.Wish;
import org.intakehub.gateway.calls.CallBacks;
import org.intakehub.gateway.channel.ChannelTests;
import org.intakehub.gateway.classify.Triage;
import org.intakehub.gateway.filing.Splitting;
import org.intakehub.gateway.history.History;
import org.intakehub.gateway.life.OrderDesk;
import org.intakehub.gateway.outage.Outages;
import org.intakehub.gateway.outage.Told;
import org.intakehub.gateway.source.SourceEvents;
import org.intakehub.gateway.supervision.SupervisionBoard;
import org.junit.jupiter.api.Test;

/** Every text that a page asks for is there in both languages, with the same places for values. */
class TextsTest {
    private static final Pattern ASKED =
            Pattern.compile("#\\{([a-zA-Z.0-9]+)[(}]|msg\\('([a-zA-Z.0-9]+)'|\\? '([a-z]+\\.[a-zA-Z.]+)'");

    private final Properties english = texts("/texts.properties");
    private final Properties chinese = texts("/texts_zh_CN.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void everyTextThatATemplateAsksForIsThere() throws IOException {
        var asked = new TreeSet<String>();
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (var template : templates.toList()) {
                ASKED.matcher(Files.readString(template))
                        .results()
                        .forEach(found -> asked.add(Stream.of(found.group(1), found.group(2), found.group(3))
                                .filter(key -> key != null)
                                .findFirst()
                                .orElseThrow()));
            }
        }
        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(english.stringPropertyNames()).containsAll(asked);
    }

    @Test
    void everyWordOfTheModelHasAText() {
        assertThat(english.stringPropertyNames())
                .containsAll(keys("state", CaseState.values()))
                .containsAll(keys("urgency", Urgency.values()))
                .containsAll(keys("confidentiality", Confidentiality.values()))
                .containsAll(keys("type", AppealType.values()))
                .containsAll(keys("role", Role.values()))
                .containsAll(keys("rules.kind", RuleFile.values()))
                .containsAll(keys("rules.for", RuleFile.values()))
                .containsAll(keys("rules.origin", RuleSource.Origin.values()))
                .containsAll(keys("event", History.Event.values()))
                .containsAll(keys("supervision.mark", SupervisionBoard.Mark.values()))
                .containsAll(keys("outage.kind", OutageKind.values()))
                .containsAll(keys("outage.sign", Sign.What.values()))
                .containsAll(keys("outage.told", Told.values()))
                .containsAll(keys("outage.view", Outages.View.values()))
                .containsAll(keys("callBack.result", CallBacks.Result.values()))
                .containsAll(keys("callBack.noted", CallBacks.Noted.values()))
                .containsAll(keys("batch.kind", Wish.Kind.values()))
                .containsAll(keys("batch.reason", Batch.Reason.values()))
                .containsAll(keys("split.undo", Splitting.Result.values()))
                .containsAll(keys("identity.reason", Mark.Kind.values()))
                .containsAll(keys("triage", Triage.Result.values()))
                .containsAll(keys("ops.station", ChannelTests.Station.values()))
                .containsAll(keys("ops.event", SourceEvents.Kind.values()))
                .containsAll(keys("refused", Outcome.Reason.values()))
                .containsAll(keys("clock", ClockKind.values()))
                .containsAll(keys("standing", Deadline.Standing.values()))
                .containsAll(keys("day", Day.Kind.values()))
                .containsAll(keys("notified", Notified.values()))
                .containsAll(keys("order", OrderState.values()))
                .containsAll(keys("ground", Ground.values()))
                .containsAll(keys("rework", ReworkReason.values()))
                .containsAll(keys("outcome", OrderDesk.Outcome.values()))
                .containsAll(keys("obstacle", Obstacle.values()));
    }

    private static Set<String> keys(String group, Enum<?>[] values) {
        var keys = new TreeSet<String>();
        Arrays.stream(values).forEach(value -> keys.add(group + "." + value.name()));
        return keys;
    }

    private static int places(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Properties texts(String resource) {
        var texts = new Properties();
        try (var in = new InputStreamReader(TextsTest.class.getResourceAsStream(resource), UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
