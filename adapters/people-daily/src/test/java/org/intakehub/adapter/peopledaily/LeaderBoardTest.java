package org.intakehub.adapter.peopledaily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.intakehub.adapter.peopledaily.PeopleDailySettings.Mode;
import org.intakehub.adapter.testkit.LoopbackRoad;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.IntakeMessage.Kind;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SourceId;
import org.intakehub.simulators.Matters;
import org.intakehub.simulators.peopledaily.LeaderBoard;
import org.intakehub.simulators.peopledaily.LeaderBoard.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adapter and board over real HTTP, in every mode. */
class LeaderBoardTest {
    private static final Instant DAY = Instant.parse("2026-11-20T02:00:00Z");
    private static final Selectors WITH_ANSWERS = new Selectors(
            "a[href*=/threads/content?tid=]",
            ".context-title-text",
            "h3.grey2 span",
            ".content",
            "#currentForum",
            ".official");

    private final Matters matters = new Matters(7);
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private LeaderBoard board;

    @BeforeEach
    void start() throws IOException {
        board = LeaderBoard.start(BoardSettings.APP_CODE, "");
    }

    @AfterEach
    void stop() {
        board.close();
    }

    private LoopbackRoad road(BoardSettings settings) {
        return new LoopbackRoad(new PeopleDaily(new SourceId("board"), settings.build()), () -> now);
    }

    private BoardSettings settings(Mode mode) {
        return BoardSettings.of(board.url(), mode).selectors(WITH_ANSWERS);
    }

    private void postMany(int count) {
        for (var i = 0; i < count; i++) {
            board.post("539", matters.of(i), DAY.plusSeconds(i));
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void readsTheWholeTextOfAThread(Mode mode) {
        var tid = board.post("539", matters.of(3), DAY);

        var message = road(settings(mode)).round().get(0);

        assertThat(message.title()).isEqualTo(matters.of(3).title());
        assertThat(message.text()).isEqualTo(matters.of(3).text());
        assertThat(message.occurredAt()).contains(DAY);
        assertThat(message.citizen().name().orElse("")).endsWith("***");
        assertThat(message.externalId()).contains(String.valueOf(tid));
        assertThat(message.externalUrl().orElseThrow()).hasToString(board.url() + "/threads/content?tid=" + tid);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void hearsOfAnAnswerThatIsPostedLater(Mode mode) {
        var tid = board.post("539", matters.of(3), DAY);
        var road = road(settings(mode));
        road.round();
        board.answer(tid, "示例市城管局", "已派人维修。", DAY.plusSeconds(90_000));

        assertThat(road.round()).as("too soon to look again").isEmpty();
        now = now.plus(Duration.ofHours(3));
        var notices = road.round();

        assertThat(notices).hasSize(1).allMatch(notice -> notice.kind() == Kind.NOTICE);
        assertThat(notices.get(0).text()).isEqualTo("已派人维修。");
        assertThat(notices.get(0).threading().continues()).contains(String.valueOf(tid));
        assertThat(notices.get(0).extras()).containsEntry("notice", "answer");
        now = now.plus(Duration.ofHours(3));
        assertThat(road.round()).as("what is known is not told again").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SIGNED", "FORM"})
    void hearsTheRatingAndLooksNoMore(Mode mode) {
        var tid = board.post("539", matters.of(3), DAY);
        board.answer(tid, "示例市城管局", "已派人维修。", DAY.plusSeconds(90_000));
        var road = road(settings(mode));
        assertThat(road.round()).extracting(IntakeMessage::kind).containsExactly(Kind.MATTER, Kind.NOTICE);
        board.rate(tid, 5, 4, 3);
        now = now.plus(Duration.ofHours(3));

        var rating = road.round().stream()
                .filter(notice -> notice.extras().containsValue("rating"))
                .findFirst()
                .orElseThrow();

        assertThat(rating.extras())
                .containsEntry("gradeLevel", "5")
                .containsEntry("gradeManner", "4")
                .containsEntry("gradeSpeed", "3");
        var calls = board.requests().size();
        now = now.plus(Duration.ofHours(3));
        road.round();
        assertThat(board.requests().subList(calls, board.requests().size()))
                .as("calls once all is said")
                .allMatch(call -> call.contains("/list") || call.contains("queryThreadsList"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SIGNED", "FORM"})
    void goesThroughAllPagesAndFindsNothingTwice(Mode mode) {
        postMany(34);
        var road = road(settings(mode).watch(new Watch(0, 1, Duration.ZERO, 0)));

        assertThat(road.round()).hasSize(34);
        assertThat(road.round()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TOO_MANY", "FORBIDDEN", "EMPTY", "CODE", "DOWN"})
    void aFaultPassesAndLosesNothing(Fault fault) {
        postMany(12);
        var road = road(settings(Mode.SIGNED));
        board.failNext(fault);

        assertThatThrownBy(road::round)
                .isInstanceOfSatisfying(
                        RemoteUnavailable.class,
                        passing -> assertThat(passing.retryAfter()).isPresent());
        assertThat(road.round()).hasSize(12);
    }

    @Test
    void waitsLongerOnceTheDoorIsShut() {
        postMany(1);
        board.failNext(Fault.TOO_MANY, Fault.FORBIDDEN);
        var road = road(settings(Mode.SIGNED));

        assertThat(wait(road)).contains(Duration.ofSeconds(8));
        assertThat(wait(road)).contains(Duration.ofSeconds(60));
    }

    private static Optional<Duration> wait(LoopbackRoad road) {
        try {
            road.round();
        } catch (RemoteUnavailable passing) {
            return passing.retryAfter();
        }
        return Optional.empty();
    }

    @Test
    void aThreadThatIsRefusedTwiceIsTakenFromTheListAndItsWholeTextFollows() {
        postMany(1);
        var road = road(settings(Mode.SIGNED));
        board.failAfter(1, Fault.CODE, Fault.CODE);

        var cut = road.round();
        now = now.plus(Duration.ofHours(3));
        var whole = road.round();

        assertThat(cut).hasSize(1);
        assertThat(cut.get(0).notes()).anyMatch(note -> note.contains("refused"));
        assertThat(whole).hasSize(1);
        assertThat(whole.get(0).extras()).containsEntry("notice", "text");
        assertThat(whole.get(0).text()).isEqualTo(matters.of(0).text());
    }

    @Test
    void readsSeveralForumsAndMarksCompanies() {
        board.post("539", matters.of(1), DAY);
        board.postAsCompany("1008", matters.of(2), DAY);
        board.post("5050", matters.of(3), DAY);
        board.post("77", matters.of(4), DAY);

        var found = road(settings(Mode.SIGNED).forums("539", "1008").ministries("5050"))
                .round();

        assertThat(found).extracting(message -> message.extras().get("fid")).containsExactly("539", "1008", "5050");
        assertThat(found)
                .extracting(message -> message.citizen().kind())
                .containsExactly(Citizen.Kind.PERSON, Citizen.Kind.COMPANY, Citizen.Kind.PERSON);
    }

    @Test
    void leavesEarlierDaysWhereTheyAre() {
        board.post("539", matters.of(1), DAY.minus(Duration.ofDays(30)));
        var tid = board.post("539", matters.of(2), DAY);

        var found = road(settings(Mode.SIGNED).since(LocalDate.of(2026, 11, 1))).round();

        assertThat(found).extracting(message -> message.key().value()).isEqualTo(List.of(String.valueOf(tid)));
    }

    @Test
    void warmsUpForCookiesBeforeTheForm() {
        postMany(1);
        road(settings(Mode.FORM)).round();

        assertThat(board.requests().get(0)).isEqualTo("GET /threads/list?fid=539");
        assertThat(board.cookies()).contains("JSESSIONID=b2; __jsluid_s=a1");
    }

    @Test
    void aTokenSignsToo() throws IOException {
        try (var members = LeaderBoard.start(BoardSettings.APP_CODE, "members' token")) {
            members.post("539", matters.of(1), DAY);
            var known = BoardSettings.of(members.url(), Mode.SIGNED).token("members' token");
            assertThat(road(known).round()).hasSize(1);
            assertThatThrownBy(road(BoardSettings.of(members.url(), Mode.SIGNED).token("another token"))::round)
                    .isInstanceOf(RemoteUnavailable.class);
        }
    }
}
