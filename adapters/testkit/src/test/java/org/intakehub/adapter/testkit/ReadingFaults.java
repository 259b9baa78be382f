package org.intakehub.adapter.testkit;

import java.nio.charset.StandardCharsets;
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
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;

/** Faults in reading, which any adapter can have. */
final class ReadingFaults {
    private ReadingFaults() {}

    @CaughtBy({"readsItsSamples", "acceptsWhatThePlatformSigned"})
    static class ReadsTheFirstOnly extends AdapterFaults.Faulty {
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
    static class RollsDice extends AdapterFaults.Faulty {
        @Override
        public ChannelAdapter adapter() {
            return noting(message -> "read at " + System.nanoTime());
        }
    }

    @CaughtBy("readsTheSameOnAMachineSetUpForAnotherCountry")
    static class AsksTheMachineForItsTimeZone extends AdapterFaults.Faulty {
        @Override
        public ChannelAdapter adapter() {
            return noting(message -> "read in " + ZoneId.systemDefault());
        }
    }

    @CaughtBy("handsOnPlainText")
    static class HandsOnHtml extends AdapterFaults.Faulty {
        @Override
        public ChannelAdapter adapter() {
            return texts(text -> "<p>" + text + "</p>");
        }
    }

    @CaughtBy("handsOnPlainText")
    static class HandsOnControlCharacters extends AdapterFaults.Faulty {
        @Override
        public ChannelAdapter adapter() {
            return texts(text -> text + "\u0007");
        }
    }

    @CaughtBy("readsOnManyThreadsAtOnce")
    static class SharesABufferBetweenThreads extends AdapterFaults.Faulty {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                private volatile Payload last = Payload.of(new byte[0]);

                @Override
                public List<IntakeMessage> normalise(RawMessage raw) {
                    last = raw.body();
                    Race.invite(() -> last.equals(raw.body()));
                    return PigeonText.read(last);
                }
            };
        }
    }

    @CaughtBy("refusesGarbage")
    static class StumblesOverGarbage extends AdapterFaults.Faulty {
        @Override
        public ChannelAdapter adapter() {
            return refusing(
                    raw -> new IllegalStateException("garbage"),
                    raw -> raw.body().size() == 4096);
        }
    }

    @CaughtBy("refusesTruncatedSamples")
    static class TakesHalfALetter extends AdapterFaults.Faulty {
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
    static class QuotesTheCitizen extends AdapterFaults.Faulty {
        @Override
        public ChannelAdapter adapter() {
            return refusing(
                    raw -> new MalformedMessage("cannot read " + raw.body().text(StandardCharsets.UTF_8)), raw -> true);
        }
    }

    @CaughtBy("survivesALargeBody")
    static class ReadsRecursively extends AdapterFaults.Faulty {
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
