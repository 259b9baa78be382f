package org.intakehub.adapter.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.TokenAdapter;

/** The contract tests of the correct channels, as their authors would write them. */
final class PigeonContracts {
    private static final List<Sample> LETTERS = List.of(
            Sample.of("one.txt").expect("p-1", "长椅坏了"),
            Sample.of("two.txt").expect("p-2", "树枝挡灯").expect("p-3", "积水"));

    private PigeonContracts() {}

    static class Webhook implements WebhookContract {
        @Override
        public Record settings() {
            return new Pigeons.WebhookSettings(Pigeons.TOKEN);
        }

        @Override
        public List<Sample> samples() {
            return LETTERS;
        }

        @Override
        public int largeBody() {
            return 1 << 20;
        }

        @Override
        public Path folder() {
            return Pigeons.folder("pigeon-webhook");
        }

        @Override
        public Request signed(Sample sample, Instant at) {
            var body = sample.body(Pigeons.folder("pigeon-webhook"));
            var time = String.valueOf(at.getEpochSecond());
            var headers = Map.of(
                    PigeonWebhook.ID, List.of(sample.file()),
                    PigeonWebhook.TIME, List.of(time),
                    PigeonWebhook.SIGNATURE, List.of(PigeonWebhook.sign(sample.file(), time, body)));
            return new Request(SOURCE, "POST", "webhook", Map.of(), headers, body, at);
        }

        @Override
        public Proof proof() {
            return Proof.of(PigeonWebhook.SIGNATURE, PigeonWebhook.ID, PigeonWebhook.TIME);
        }

        @Override
        public Optional<Challenge> challenge() {
            var query = Map.of("echo", List.of("coo-8812"));
            return Optional.of(new Challenge(
                    new Request(SOURCE, "GET", "webhook", query, Map.of(), Payload.of(new byte[0]), NOW), "coo-8812"));
        }
    }

    static class Polling implements PollingContract {
        @Override
        public Record settings() {
            return new Pigeons.PollingSettings(Pigeons.TOKEN);
        }

        @Override
        public List<Sample> samples() {
            return LETTERS;
        }

        @Override
        public int largeBody() {
            return 1 << 20;
        }

        @Override
        public Path folder() {
            return Pigeons.folder("pigeon-polling");
        }

        @Override
        public FarEnd farEnd() {
            return new Loft();
        }

        @Override
        public List<Answered> passingFaults() {
            return List.of(said("busy"));
        }

        @Override
        public List<Answered> finalRefusals() {
            return List.of(said("banned"));
        }
    }

    static class Mail implements MailContract {
        @Override
        public Record settings() {
            return new Pigeons.MailSettings(Pigeons.TOKEN);
        }

        @Override
        public List<Sample> samples() {
            return List.of(Sample.of("bench.eml").expect("bench@example.org", "长椅坏了"));
        }

        @Override
        public boolean readsDamagedBytes() {
            return true;
        }

        @Override
        public int largeBody() {
            return 1 << 20;
        }

        @Override
        public Path folder() {
            return Pigeons.folder("pigeon-mail");
        }
    }

    static class Files implements FileContract {
        @Override
        public Record settings() {
            return new Pigeons.FilesSettings(Pigeons.TOKEN);
        }

        @Override
        public List<Sample> samples() {
            return List.of(
                    Sample.of("one.txt").header("file-name", "one.txt").expect("p-1", "长椅坏了"),
                    Sample.of("two.zip").header("file-name", "来信.zip").expect("p-2", "树枝挡灯"));
        }

        @Override
        public int largeBody() {
            return 1 << 20;
        }

        @Override
        public Path folder() {
            return Pigeons.folder("pigeon-files");
        }
    }

    static class Calls implements ReplyingContract {
        @Override
        public Record settings() {
            return new Pigeons.CallsSettings(Pigeons.TOKEN);
        }

        @Override
        public List<Sample> samples() {
            return LETTERS;
        }

        @Override
        public int largeBody() {
            return 1 << 20;
        }

        @Override
        public Path folder() {
            return Pigeons.folder("pigeon-calls");
        }

        @Override
        public String recipient() {
            return "window-7";
        }

        @Override
        public int mostBytes() {
            return PigeonCalls.MOST;
        }

        @Override
        public Optional<Confirmation> confirmation() {
            return Optional.of(
                    new Confirmation(said("sent f-1"), "f-1", List.of(said("busy")), List.of(said("banned"))));
        }
    }

    static class Requests extends Calls implements RequestingContract {
        @Override
        public Record settings() {
            return new Pigeons.RequestsSettings(Pigeons.TOKEN);
        }

        @Override
        public Path folder() {
            return Pigeons.folder("pigeon-requests");
        }
    }

    static class Letters extends Mail implements ReplyingContract {
        @Override
        public Record settings() {
            return new Pigeons.LettersSettings(Pigeons.TOKEN);
        }

        @Override
        public Path folder() {
            return Pigeons.folder("pigeon-letters");
        }

        @Override
        public String recipient() {
            return "citizen@example.org";
        }

        @Override
        public Optional<Confirmation> confirmation() {
            return Optional.empty();
        }
    }

    static class Tokens implements TokenContract {
        @Override
        public Record settings() {
            return new Pigeons.TokensSettings(Pigeons.TOKEN);
        }

        @Override
        public List<Sample> samples() {
            return LETTERS;
        }

        @Override
        public int largeBody() {
            return 1 << 20;
        }

        @Override
        public Path folder() {
            return Pigeons.folder("pigeon-tokens");
        }

        @Override
        public List<Answered> wayToToken() {
            return List.of(said("salt s-1"), said("ring ring-4711-s-1 60"));
        }

        @Override
        public TokenAdapter.Login.Granted granted() {
            return new TokenAdapter.Login.Granted(new Secret("ring-4711-s-1"), NOW.plusSeconds(60));
        }

        @Override
        public List<Call> callsInNeed() {
            return List.of(Call.get(URI.create("https://loft.example.org/letters"), Map.of()));
        }

        @Override
        public Answered tokenAccepted() {
            return said("none");
        }

        @Override
        public List<Answered> tokenRefusals() {
            return List.of(said("lost ring"));
        }

        @Override
        public List<Answered> loginFaults() {
            return List.of(said("busy"));
        }

        @Override
        public List<Answered> loginRefusals() {
            return List.of(said("banned"));
        }
    }

    private static Answered said(String text) {
        return new Answered(200, Map.of(), Payload.of(text, StandardCharsets.UTF_8));
    }
}
