package org.intakehub.adapter.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Step;

/** Faults of pollers. */
final class PollingFaults {
    private PollingFaults() {}

    @CaughtBy({"findsEverythingFromTheStart", "findsWhatCameInMeanwhile"})
    static class MovesTheCursorTooEarly extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonPolling() {
                @Override
                Step found(Answer answer, List<IntakeMessage> letters) {
                    var found = (Step.Found) super.found(answer, letters);
                    var newest = answer.header("newest").orElse("0");
                    return new Step.Found(found.raws(), new Cursor(newest), found.more());
                }
            };
        }
    }

    @CaughtBy({"findsEverythingFromTheStart", "findsNothingTwiceOnceTheCursorMoved"})
    static class StopsAfterTheFirstPage extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonPolling() {
                @Override
                Step found(Answer answer, List<IntakeMessage> letters) {
                    var found = (Step.Found) super.found(answer, letters);
                    return new Step.Found(found.raws(), found.next(), false);
                }
            };
        }
    }

    @CaughtBy("findsEverythingFromTheStart")
    static class SkipsTheLastPage extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonPolling() {
                @Override
                Step found(Answer answer, List<IntakeMessage> letters) {
                    return super.found(answer, letters.size() == PAGE ? letters : List.of());
                }
            };
        }
    }

    @CaughtBy({"findsEverythingFromTheStart", "findsNothingTwiceOnceTheCursorMoved", "findsWhatCameInMeanwhile"})
    static class MovesTheCursorTooLate extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonPolling() {
                @Override
                Step found(Answer answer, List<IntakeMessage> letters) {
                    var found = (Step.Found) super.found(answer, letters);
                    var last = Integer.parseInt(found.next().value()) - 1;
                    return new Step.Found(found.raws(), new Cursor(String.valueOf(last)), found.more());
                }
            };
        }
    }

    @CaughtBy("findsEverythingAgainIfTheCursorWasNotSaved")
    static class RemembersWhatItSaw extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonPolling() {
                private final Set<MessageKey> seen = new HashSet<>();

                @Override
                Step found(Answer answer, List<IntakeMessage> letters) {
                    var found = (Step.Found) super.found(answer, letters);
                    var fresh = letters.stream()
                            .filter(letter -> seen.add(letter.key()))
                            .map(PigeonPolling::raw);
                    return new Step.Found(fresh.toList(), found.next(), found.more());
                }
            };
        }
    }

    @CaughtBy("tellsAPassingFault")
    static class TakesAClosedLoftForANo extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonPolling() {
                @Override
                void status(int status) {
                    if (status != 200) {
                        throw new RemoteRejected("the loft says " + status);
                    }
                }
            };
        }
    }

    @CaughtBy("tellsAPassingFault")
    static class TakesABusyLoftForAnEmptyOne extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonPolling() {
                @Override
                Step busy(Answer answer) {
                    return new Step.Found(List.of(), answer.asked().cursor(), false);
                }
            };
        }
    }

    @CaughtBy("tellsAFinalNo")
    static class AsksAgainForEver extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonPolling() {
                @Override
                void status(int status) {
                    if (status != 200) {
                        throw new RemoteUnavailable("the loft says " + status);
                    }
                }
            };
        }
    }

    @CaughtBy("survivesAGarbledAnswer")
    static class StumblesOverAGarbledAnswer extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonPolling() {
                @Override
                List<IntakeMessage> read(Answer answer) {
                    if (answer.body().isEmpty()) {
                        throw new IndexOutOfBoundsException(0);
                    }
                    return super.read(answer);
                }
            };
        }
    }

    @CaughtBy("showsNoSecretInAStep")
    static class WritesItsTokenOnANote extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonPolling() {
                @Override
                String note() {
                    return Pigeons.TOKEN.value();
                }
            };
        }
    }
}
