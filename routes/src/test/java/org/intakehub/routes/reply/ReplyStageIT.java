package org.intakehub.routes.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SourceId;
import org.intakehub.routes.call.AdapterCalls;
import org.intakehub.routes.call.FarEnd;
import org.intakehub.routes.call.HttpCalls;
import org.intakehub.routes.call.TokensInMemory;
import org.intakehub.routes.stage.Delivery;
import org.intakehub.routes.stage.RecordedQueues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplyStageIT {
    private static final Delivery DELIVERY = new Delivery(Payload.of("reply-1", UTF_8), Map.of(), 1);

    private final RecordedQueues camel = new RecordedQueues();
    private final Ledger ledger = new Ledger();
    private final ReplyStage stage = new ReplyStage(
            ledger,
            new Courier(
                    new MailSender(Clock.systemUTC()),
                    new AdapterCalls(
                            new HttpCalls(camel.camel().createProducerTemplate()),
                            new TokensInMemory(),
                            Clock.systemUTC())));

    @AfterEach
    void stop() {
        camel.close();
    }

    private static Outgoing letter(SilentServer server) {
        return new Outgoing.ByMail(
                new Outgoing.MailServer("127.0.0.1", server.port(), false, "", new Secret("")),
                "mayor@example.org",
                "citizen@example.org",
                "id-1@example.org",
                "s",
                "t",
                Map.of());
    }

    private static Outgoing call(URI url) {
        return new Outgoing.ByCall(new Call("POST", url, Map.of(), Payload.of("{}", UTF_8)));
    }

    @Test
    void keepsTheIdOfWhatWasSent() throws IOException {
        try (var server = new SilentServer("none", "")) {
            ledger.toSend = Optional.of(letter(server));
            assertThat(stage.run(DELIVERY)).isEmpty();
        }
        assertThat(ledger.said).containsExactly("sent id-1@example.org");
    }

    @Test
    void sendsNothingIfThereIsNothingToSend() {
        assertThat(stage.run(DELIVERY)).isEmpty();
        assertThat(ledger.said).isEmpty();
    }

    @Test
    void whatAPersonHasToPostIsATask() {
        ledger.toSend = Optional.of(new Outgoing.ByHand(Optional.empty(), "贴到留言板", "已安排维修。"));
        assertThat(stage.run(DELIVERY)).isEmpty();
        assertThat(ledger.said).containsExactly("by hand: 贴到留言板");
    }

    @Test
    void aRefusalIsForAPersonAndDone() throws IOException {
        try (var server = new SilentServer("RCPT", "550 unknown")) {
            ledger.toSend = Optional.of(letter(server));
            assertThat(stage.run(DELIVERY)).isEmpty();
        }
        assertThat(ledger.said).containsExactly("refused");
    }

    @Test
    void whatWasCertainlyNotSentIsTriedAgain() throws IOException {
        try (var server = new SilentServer("MAIL", "451 later")) {
            ledger.toSend = Optional.of(letter(server));
            assertThatThrownBy(() -> stage.run(DELIVERY)).isInstanceOf(RemoteUnavailable.class);
        }
        assertThat(ledger.said).containsExactly("not sent");
    }

    @Test
    void aDoubtfulLetterIsForAPersonAndNeverSentAgain() throws IOException {
        try (var server = new SilentServer(".", "")) {
            ledger.toSend = Optional.of(letter(server));
            assertThat(stage.run(DELIVERY)).isEmpty();
        }
        assertThat(ledger.said).containsExactly("uncertain");
    }

    @Test
    void aCallIsConfirmedByItsAnswer() throws IOException {
        try (var far = new FarEnd(exchange -> FarEnd.say(exchange, 200, "p-7"))) {
            ledger.toSend = Optional.of(call(far.url("/send")));
            stage.run(DELIVERY);
        }
        assertThat(ledger.said).containsExactly("sent p-7");
    }

    @Test
    void whatLeavesAndWhatIsAnsweredIsKeptWithoutSecrets() throws IOException {
        try (var far = new FarEnd(exchange -> FarEnd.say(exchange, 403, "no such order"))) {
            ledger.toSend = Optional.of(new Outgoing.ByCall(new Call(
                    "POST",
                    far.url("/send"),
                    Map.of("content-type", "text/plain", "x-key", "a key that nobody may see"),
                    Payload.of("已安排维修", UTF_8))));
            stage.run(DELIVERY);
            assertThat(ledger.left)
                    .isEqualTo("POST " + far.url("/send") + "\ncontent-type: text/plain\nx-key: ＊＊＊\n\n已安排维修");
        }
        assertThat(ledger.heard).isEqualTo("403 no such order");
        assertThat(ledger.said).containsExactly("refused");
    }

    @Test
    void aCallThatReachedNobodyIsTriedAgain() throws IOException {
        URI gone;
        try (var far = new FarEnd(exchange -> {})) {
            gone = far.url("/send");
        }
        ledger.toSend = Optional.of(call(gone));
        assertThatThrownBy(() -> stage.run(DELIVERY)).isInstanceOf(RemoteUnavailable.class);
        assertThat(ledger.said).containsExactly("not sent");
    }

    @Test
    void aCallWhoseAnswerDidNotComeIsForAPerson() throws IOException {
        try (var far = new FarEnd(exchange -> {})) {
            ledger.toSend = Optional.of(call(far.url("/send")));
            assertThat(stage.run(DELIVERY)).isEmpty();
            assertThat(far.asked()).hasSize(1);
        }
        assertThat(ledger.said).containsExactly("uncertain");
    }

    /** Notes what is said of the one reply. */
    private static final class Ledger implements Replies {
        final List<String> said = new ArrayList<>();
        Optional<Outgoing> toSend = Optional.empty();
        String left = "";
        String heard = "";

        @Override
        public Optional<Sending> begin(String replyId) {
            return toSend.map(outgoing -> new Sending(new SourceId("platform"), outgoing, new Platform()));
        }

        @Override
        public void leaving(String replyId, Payload outgoing) {
            left = outgoing.text(UTF_8);
        }

        @Override
        public void answered(String replyId, int status, Payload answer) {
            heard = status + " " + answer.text(UTF_8);
        }

        @Override
        public void sent(String replyId, String platformId) {
            said.add("sent " + platformId);
        }

        @Override
        public void notSent(String replyId, String reason) {
            said.add("not sent");
        }

        @Override
        public void byHand(String replyId, String instruction) {
            said.add("by hand: " + instruction);
        }

        @Override
        public void refused(String replyId, String reason) {
            said.add("refused");
        }

        @Override
        public void uncertain(String replyId, String reason) {
            said.add("uncertain");
        }
    }

    /** Answers with the id of what it took. */
    private static final class Platform implements ReplyingAdapter {
        @Override
        public ChannelId channel() {
            return new ChannelId("platform");
        }

        @Override
        public List<IntakeMessage> normalise(RawMessage raw) {
            return List.of();
        }

        @Override
        public Outgoing compose(Reply reply) {
            throw new UnsupportedOperationException("the ledger knows what to send");
        }

        @Override
        public String confirm(Answer answer) {
            if (answer.status() != 200) {
                throw new RemoteRejected("no");
            }
            return answer.body().text(UTF_8);
        }
    }
}
