package org.intakehub.adapter.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.Mailbox;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Secret;

/** Faults that any adapter can have. */
final class AdapterFaults {
    private AdapterFaults() {}

    record Forgotten(Secret token) {
        Forgotten {
            if (token.value().isEmpty()) {
                throw new IllegalArgumentException("token is needed");
            }
        }
    }

    record Careless(Secret token) {}

    record Open(String token) {}

    /** A faulty adapter, given directly. */
    private abstract static class Faulty extends PigeonContracts.Webhook {
        @Override
        public abstract ChannelAdapter adapter();
    }

    @CaughtBy("isFoundByTheServiceLoader")
    static class ForgetsToRegister extends Faulty {
        @Override
        public Record settings() {
            return new Forgotten(Pigeons.TOKEN);
        }

        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook();
        }
    }

    @CaughtBy("isNamedAfterItsFolder")
    static class LivesInAnotherFolder extends PigeonContracts.Webhook {
        @Override
        public Path folder() {
            return Pigeons.folder("pigeon-polling");
        }
    }

    @CaughtBy("provesEveryCapabilityThatItClaims")
    static class ClaimsMoreThanItProves extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            class Both extends PigeonWebhook implements MailAdapter {
                @Override
                public Mailbox mailbox() {
                    return new PigeonMail().mailbox();
                }
            }
            return new Both();
        }
    }

    @CaughtBy("explainsEverySettingInItsReadme")
    static class ExplainsNothing extends PigeonContracts.Webhook {
        @Override
        public Path folder() {
            return Pigeons.folder("unexplained").resolve("pigeon-webhook");
        }
    }

    @CaughtBy("hasASampleForEveryFileInItsFolder")
    static class LeavesASampleOut extends PigeonContracts.Webhook {
        @Override
        public List<Sample> samples() {
            return super.samples().subList(0, 1);
        }
    }

    @CaughtBy({"readsItsSamples", "acceptsWhatThePlatformSigned"})
    static class ReadsTheFirstOnly extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return reading(messages -> messages.subList(0, 1));
        }
    }

    @CaughtBy({
        "readsTheSameBytesTheSameWay",
        "readsOnManyThreadsAtOnce",
        "recognisesAReplay",
        "readsTheSameOnAMachineSetUpForAnotherCountry"
    })
    static class RollsDice extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return noting(message -> "read at " + System.nanoTime());
        }
    }

    @CaughtBy("readsTheSameOnAMachineSetUpForAnotherCountry")
    static class AsksTheMachineForItsTimeZone extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return noting(message -> "read in " + ZoneId.systemDefault());
        }
    }

    @CaughtBy("handsOnPlainText")
    static class HandsOnHtml extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return texts(text -> "<p>" + text + "</p>");
        }
    }

    @CaughtBy("handsOnPlainText")
    static class HandsOnControlCharacters extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return texts(text -> text + "\u0007");
        }
    }

    @CaughtBy("readsOnManyThreadsAtOnce")
    static class SharesABufferBetweenThreads extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                private volatile Payload last = Payload.of(new byte[0]);

                @Override
                public List<IntakeMessage> normalise(RawMessage raw) {
                    last = raw.body();
                    raw.body().sha256();
                    Thread.yield();
                    return PigeonText.read(last);
                }
            };
        }
    }

    @CaughtBy("refusesGarbage")
    static class StumblesOverGarbage extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return refusing(
                    raw -> new IllegalStateException("garbage"),
                    raw -> raw.body().size() == 4096);
        }
    }

    @CaughtBy("refusesTruncatedSamples")
    static class TakesHalfALetter extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                public List<IntakeMessage> normalise(RawMessage raw) {
                    var text = PigeonText.utf8(raw.body());
                    var half = text.startsWith("letter ")
                            && text.contains("\ntext ")
                            && !text.strip().endsWith("end");
                    return half && !text.contains(Damage.MARK)
                            ? List.of(IntakeMessage.of(MessageKey.of("half")).build())
                            : super.normalise(raw);
                }
            };
        }
    }

    @CaughtBy("quotesNothingOfWhatItRefuses")
    static class QuotesTheCitizen extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return refusing(
                    raw -> new MalformedMessage("cannot read " + raw.body().text(StandardCharsets.UTF_8)), raw -> true);
        }
    }

    @CaughtBy("survivesALargeBody")
    static class ReadsRecursively extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                public List<IntakeMessage> normalise(RawMessage raw) {
                    descend(raw.body().size() < 1 << 20 ? 0 : 10_000_000);
                    return super.normalise(raw);
                }

                private int descend(int depth) {
                    return depth == 0 ? 0 : descend(depth - 1) + 1;
                }
            };
        }
    }

    @CaughtBy("showsNoSecret")
    static class PrintsItsToken extends Faulty {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                public String toString() {
                    return "Pigeon[" + Pigeons.TOKEN.value() + "]";
                }
            };
        }
    }

    @CaughtBy({"keepsSecretsInSecretSettings", "isFoundByTheServiceLoader"})
    static class KeepsItsTokenInTheOpen extends ForgetsToRegister {
        @Override
        public Record settings() {
            return new Open(Pigeons.TOKEN.value());
        }
    }

    @CaughtBy({"refusesAnEmptySecretByTheNameOfItsSetting", "isFoundByTheServiceLoader"})
    static class TakesAnEmptyToken extends ForgetsToRegister {
        @Override
        public Record settings() {
            return new Careless(Pigeons.TOKEN);
        }
    }

    private static ChannelAdapter reading(UnaryOperator<List<IntakeMessage>> change) {
        return new PigeonWebhook() {
            @Override
            public List<IntakeMessage> normalise(RawMessage raw) {
                return change.apply(super.normalise(raw));
            }
        };
    }

    private static ChannelAdapter noting(Function<IntakeMessage, String> note) {
        return changing((message, builder) -> builder.text(message.text()).note(note.apply(message)));
    }

    private static ChannelAdapter texts(UnaryOperator<String> change) {
        return changing((message, builder) -> builder.text(change.apply(message.text())));
    }

    private static ChannelAdapter changing(BiConsumer<IntakeMessage, IntakeMessage.Builder> change) {
        return reading(messages -> {
            var changed = new ArrayList<IntakeMessage>();
            for (var message : messages) {
                var builder = IntakeMessage.of(message.key()).title(message.title());
                change.accept(message, builder);
                changed.add(builder.build());
            }
            return changed;
        });
    }

    private static ChannelAdapter refusing(Function<RawMessage, RuntimeException> refusal, Predicate<RawMessage> when) {
        return new PigeonWebhook() {
            @Override
            public List<IntakeMessage> normalise(RawMessage raw) {
                try {
                    return super.normalise(raw);
                } catch (MalformedMessage e) {
                    throw Optional.of(raw).filter(when).map(refusal).orElse(e);
                }
            }
        };
    }
}
