package org.intakehub.routes.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SignatureStatus;
import org.intakehub.core.channel.SourceId;
import org.intakehub.routes.stage.RecordedQueues;
import org.intakehub.routes.stage.SavedInMemory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxReaderIT {
    private static final SourceId SOURCE = new SourceId("letters");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final int LARGE = 1 << 20;

    private final RecordedQueues queues = new RecordedQueues();
    private final SavedInMemory saved = new SavedInMemory();

    @SuppressWarnings("NullAway.Init")
    private Letterbox box;

    @BeforeEach
    void start() throws Exception {
        box = new Letterbox();
    }

    @AfterEach
    void stop() {
        box.stop();
        queues.close();
    }

    private MailboxReader reader() {
        return reader(LARGE, Optional.empty());
    }

    private MailboxReader reader(int sizeLimit, Optional<String> moveTo) {
        return new MailboxReader(SOURCE, box.adapter(moveTo), sizeLimit, queues.journal(), saved, CLOCK);
    }

    private List<String> subjects() {
        return queues.raws().stream().map(MailboxReaderIT::subject).toList();
    }

    private static String subject(RawMessage raw) {
        return raw.body()
                .text(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("Subject: "))
                .map(line -> line.substring(9))
                .findFirst()
                .orElse("");
    }

    @Test
    void takesInTheBytesAsTheServerHoldsThemAndLeavesTheFolderAsItWas() throws Exception {
        box.deliver("one");

        assertThat(reader().poll()).isEqualTo(1);
        var raw = queues.raws().get(0);
        assertThat(raw.body().bytes()).isEqualTo(Letterbox.bytes("one"));
        assertThat(raw.signature()).isEqualTo(SignatureStatus.FETCHED);
        assertThat(raw.headers())
                .containsEntry("content-type", "message/rfc822")
                .containsEntry("imap-uid", "1");
        assertThat(raw.deliveryId()).startsWith("imap:").endsWith(":1");
        assertThat(box.messages(Letterbox.FOLDER)).hasSize(1);
        assertThat(box.messages(Letterbox.FOLDER).get(0).isSet(Flags.Flag.SEEN)).isFalse();
    }

    @Test
    void readsEachMessageOnceAcrossRestartsEvenIfOlderOnesAreDeleted() throws Exception {
        box.deliver("one");
        box.deliver("two");
        assertThat(reader().poll()).isEqualTo(2);
        assertThat(reader().poll()).isZero();

        box.remove("one");
        box.deliver("three");
        assertThat(reader().poll()).isEqualTo(1);
        assertThat(subjects()).containsExactly("one", "two", "three");
    }

    @Test
    void readsMoreThanOneBatch() throws Exception {
        for (var number = 0; number < 205; number++) {
            box.deliver("letter-" + number);
        }
        assertThat(reader().poll()).isEqualTo(205);
        assertThat(subjects()).hasSize(205).doesNotHaveDuplicates();
    }

    @Test
    void whatTheJournalDoesNotTakeComesAgainAndWhatItTookDoesNot() throws Exception {
        for (var subject : List.of("one", "two", "three")) {
            box.deliver(subject);
        }
        queues.takeOnly(2);
        assertThatThrownBy(() -> reader().poll()).isInstanceOf(RemoteUnavailable.class);
        queues.takeAll();
        assertThat(reader().poll()).isEqualTo(1);
        assertThat(subjects()).containsExactly("one", "two", "three");
    }

    @Test
    void cutsWhatIsTooLongAndSaysSo() throws Exception {
        box.deliver("one");
        reader(40, Optional.empty()).poll();

        var raw = queues.raws().get(0);
        assertThat(raw.body().size()).isEqualTo(40);
        assertThat(raw.header(MailAdapter.CUT_AT)).contains("40");
        assertThat(box.messages(Letterbox.FOLDER)).hasSize(1);
    }

    @Test
    void startsOverWhenTheFoldersUidsMeanSomethingElse() throws Exception {
        box.deliver("one");
        box.deliver("two");
        reader().poll();
        box.recreate();
        box.deliver("three");

        assertThat(reader().poll()).isEqualTo(1);
        assertThat(subjects()).containsExactly("one", "two", "three");
        assertThat(queues.raws()).extracting(RawMessage::deliveryId).doesNotHaveDuplicates();
    }

    @Test
    void aMessageThatCannotBeFetchedIsReportedAndTheOnesBehindItComeThrough() throws Exception {
        box.deliver("one");
        box.deliverUnfetchable();
        box.deliver("three");
        var reader = reader();
        for (var round = 0; round < 2; round++) {
            assertThatThrownBy(reader::poll).isInstanceOf(RemoteUnavailable.class);
        }
        assertThat(reader.poll()).isEqualTo(2);

        assertThat(subjects()).containsExactly("one", "", "three");
        var broken = queues.raws().get(1);
        assertThat(broken.body().isEmpty()).isTrue();
        assertThat(broken.header(MailboxReader.UNFETCHABLE)).isPresent();
    }

    @Test
    void backfillTakesInAgainWhatTheServerReceivedInThoseDays() throws Exception {
        box.deliver("old", Instant.parse("2026-11-01T08:00:00Z"));
        box.deliver("wanted", Instant.parse("2026-11-10T08:00:00Z"));
        box.deliver("new", Instant.parse("2026-11-20T08:00:00Z"));
        var reader = reader();
        reader.poll();
        var mark = saved.load(SOURCE);

        var from = Instant.parse("2026-11-10T00:00:00Z");
        var to = Instant.parse("2026-11-11T00:00:00Z");
        assertThat(reader.backfill(from, to, id -> true)).isEqualTo(1);
        assertThat(subjects()).containsExactly("old", "wanted", "new", "wanted");
        assertThat(queues.raws().get(3).deliveryId())
                .isEqualTo(queues.raws().get(1).deliveryId());
        assertThat(saved.load(SOURCE)).isEqualTo(mark);
    }

    @Test
    void listsWhatTheServerReceivedToTheSecondAndBackfillsOnlyWhatIsWanted() throws Exception {
        box.deliver("early", Instant.parse("2026-11-10T07:59:59Z"));
        box.deliver("first", Instant.parse("2026-11-10T08:00:00Z"));
        box.deliver("second", Instant.parse("2026-11-10T08:30:00Z"));
        box.deliver("late", Instant.parse("2026-11-10T09:00:00Z"));
        var from = Instant.parse("2026-11-10T08:00:00Z");
        var to = Instant.parse("2026-11-10T09:00:00Z");

        var listed = reader().list(from, to);
        assertThat(listed)
                .extracting(MailboxReader.Listed::receivedAt)
                .containsExactly(from, Instant.parse("2026-11-10T08:30:00Z"));
        assertThat(queues.raws()).isEmpty();

        var wanted = listed.get(1).deliveryId();
        assertThat(reader().backfill(from, to, wanted::equals)).isEqualTo(1);
        assertThat(subjects()).containsExactly("second");
        assertThat(queues.raws().get(0).deliveryId()).isEqualTo(wanted);
    }

    @Test
    void movesWhatIsDurableIfTheSettingsSaySo() throws Exception {
        box.deliver("one");
        box.deliver("two");
        queues.takeOnly(1);
        assertThatThrownBy(() -> reader(LARGE, Optional.of("Done")).poll()).isInstanceOf(RemoteUnavailable.class);

        assertThat(box.messages("Done")).hasSize(1);
        assertThat(box.messages(Letterbox.FOLDER)).hasSize(1);
    }

    @Test
    void aServerThatDoesNotAnswerIsAPassingFault() {
        box.stop();
        assertThatThrownBy(() -> reader().poll())
                .isInstanceOf(RemoteUnavailable.class)
                .hasMessageNotContaining("password");
    }

    @Test
    void theRouteTellsHealthAndGoesOnWhenTheServerIsBack() throws Exception {
        box.deliver("one");
        queues.takeOnly(0);
        queues.camel()
                .addRoutes(new MailboxRoute(
                        reader(),
                        (name, atMost, work) -> {
                            work.run();
                            return true;
                        },
                        saved,
                        saved));
        queues.camel().getRouteController().startRoute("mailbox-" + SOURCE);
        await().atMost(Duration.ofSeconds(10)).until(() -> saved.health(SOURCE).contains("broker"));
        queues.takeAll();
        await().atMost(Duration.ofSeconds(10)).until(() -> saved.health(SOURCE).equals("well"));
        assertThat(subjects()).containsExactly("one");
    }
}
