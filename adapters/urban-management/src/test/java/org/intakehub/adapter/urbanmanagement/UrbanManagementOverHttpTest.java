package org.intakehub.adapter.urbanmanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.intakehub.adapter.testkit.LoopbackHub;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter.Login;
import org.intakehub.simulators.urbanmanagement.UrbanPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UrbanManagementOverHttpTest {
    private UrbanPlatform platform;
    private UrbanManagement adapter;
    private Secret token = new Secret("");

    @BeforeEach
    void start() throws IOException {
        platform = UrbanPlatform.start("hub", Sites.CLIENT_SECRET);
        adapter = new UrbanManagement(Pushed.SOURCE, Sites.at(platform.base()));
        token = new Secret("");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private Answer ask(Step.Ask ask) {
        return Wire.answer(ask, ask.call());
    }

    private void login() {
        var step = adapter.login();
        var login = adapter.proceed(ask(step));
        while (login instanceof Login.More more) {
            login = adapter.proceed(ask(more.ask()));
        }
        token = ((Login.Granted) login).token();
    }

    private Answer called(Step.Ask ask) {
        var answer = Wire.answer(ask, adapter.authorise(ask.call(), token));
        if (adapter.refusesToken(answer)) {
            login();
            return Wire.answer(ask, adapter.authorise(ask.call(), token));
        }
        return answer;
    }

    private Step.Found find(Cursor from) {
        var step = adapter.start(from);
        while (step instanceof Step.Ask ask) {
            step = adapter.next(called(ask));
        }
        return (Step.Found) step;
    }

    private List<String> drain() {
        var keys = new ArrayList<String>();
        var found = find(Cursor.START);
        keys(found, keys);
        while (found.more()) {
            found = find(found.next());
            keys(found, keys);
        }
        return keys;
    }

    private void keys(Step.Found found, List<String> keys) {
        found.raws().forEach(raw -> keys.add(adapter.normalise(raw).get(0).key().value()));
    }

    private void announce(int cases) {
        IntStream.rangeClosed(1, cases)
                .forEach(i -> platform.announce("REPORT_NOTICE", "{\"caseId\":\"C" + i + "\",\"eventDesc\":\"路灯不亮\"}"));
    }

    @Test
    void logsInFindsSignsAndFindsNothingMore() {
        announce(12);
        platform.announce("PRESS_NOTICE", "{\"caseId\":\"C1\",\"pressOpinion\":\"请尽快\"}");

        assertThat(drain()).hasSize(13).doesNotHaveDuplicates();
        assertThat(platform.unsigned()).isZero();
        assertThat(drain()).isEmpty();
    }

    @Test
    void signsNothingBeforeTheCursorIsSaved() {
        announce(3);
        find(Cursor.START);
        assertThat(platform.unsigned()).isEqualTo(3);

        assertThat(drain()).hasSize(3);
        assertThat(platform.unsigned()).isZero();
    }

    @Test
    void fetchesANewTokenWhenThePlatformForgotTheOldOne() {
        announce(1);
        login();
        platform.forgetTokens();

        assertThat(drain()).containsExactly("C1");
    }

    @Test
    void aFaultBehindStatus200Passes() {
        announce(2);
        login();
        platform.failNext(1);

        assertThatThrownBy(() -> find(Cursor.START)).isInstanceOf(RemoteUnavailable.class);
        assertThat(drain()).hasSize(2);
    }

    @Test
    void wrongCredentialsAreForAPerson() throws IOException {
        try (var other = UrbanPlatform.start("hub", new Secret("another-secret"))) {
            adapter = new UrbanManagement(Pushed.SOURCE, Sites.at(other.base()));
            assertThatThrownBy(this::login).isInstanceOf(RemoteRejected.class);
        }
    }

    @Test
    void theTokenMayStandInTheAddress() {
        adapter = new UrbanManagement(Pushed.SOURCE, Sites.with(platform.base(), PositionSystem.GCJ02, true));
        announce(1);

        assertThat(drain()).containsExactly("C1");
    }

    @Test
    void feedsBackOnceAndIsConfirmed() {
        login();
        Call call = ((Outgoing.ByCall) adapter.compose(FeedbackTest.ANSWER)).call();
        var answer = called(new Step.Ask(call, Cursor.START, ""));

        assertThat(adapter.confirm(answer)).isEqualTo("R-C1");
        assertThat(platform.told()).hasSize(1);
        assertThat(platform.told().get(0).path("data").path("disposeOpinion").asString())
                .isEqualTo("井盖已更换。");
    }

    @Test
    void takesWhatThePlatformPushes() throws IOException, InterruptedException {
        var clock = Clock.fixed(Pushed.NOW, ZoneOffset.UTC);
        try (var hub = LoopbackHub.before(adapter, clock)) {
            var body = "{\"action\":\"REPORT\",\"uid\":\"u-9\",\"data\":{\"caseId\":\"C9\",\"eventDesc\":\"积水\"}}";
            var address = hub.base().resolve("openapi/v1/action");
            var answered = platform.push(address, Sites.PUSH_TOKEN, "application/json", body);
            platform.push(address, Sites.PUSH_TOKEN, "application/json", body);
            var refused = platform.push(address, new Secret("forged-token"), "application/json", body);
            platform.push(
                    hub.base().resolve("rec/saverec"),
                    Sites.PUSH_TOKEN,
                    "application/x-www-form-urlencoded",
                    "otherTaskNum=T1&eventDesc=%B0%B5&address=x");

            assertThat(answered.statusCode()).isEqualTo(200);
            assertThat(answered.body()).contains("\"success\":true").contains("\"uid\":\"u-9\"");
            assertThat(refused.body()).contains("-400001");
            assertThat(hub.messages())
                    .extracting(message -> message.key().value())
                    .containsExactly("C9", "T1");
            assertThat(hub.messages().get(1).text()).isEqualTo("暗");
        }
    }
}
