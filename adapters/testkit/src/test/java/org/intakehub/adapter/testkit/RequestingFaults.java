package org.intakehub.adapter.testkit;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.FarRequest.Kind;

/** Faults of channels that are asked. */
final class RequestingFaults {
    private RequestingFaults() {}

    @CaughtBy("takesSomeKindOfRequest")
    static class TakesNothing extends PigeonContracts.Requests {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonRequests() {
                @Override
                public Set<Kind> requests() {
                    return Set.of();
                }
            };
        }
    }

    @CaughtBy({"asksTheSameForTheSameRequest"})
    static class NumbersItsAttempts extends PigeonContracts.Requests {
        private final AtomicInteger attempts = new AtomicInteger();

        @Override
        public ChannelAdapter adapter() {
            return new PigeonRequests() {
                @Override
                String attempt(FarRequest request) {
                    return request.id() + "-" + attempts.incrementAndGet();
                }
            };
        }
    }

    @CaughtBy("asksForEachKindInAFormOfItsOwn")
    static class AsksForTheSameWhateverIsWanted extends PigeonContracts.Requests {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonRequests() {
                @Override
                String word(FarRequest request) {
                    return "please";
                }
            };
        }
    }

    @CaughtBy("tellsTheReasonAndTheMattersNumber")
    static class KeepsTheReasonToItself extends PigeonContracts.Requests {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonRequests() {
                @Override
                String reason(FarRequest request) {
                    return "";
                }
            };
        }
    }

    @CaughtBy({"showsNoSecretInARequest", "showsNoSecretInAReply"})
    static class PutsItsTokenIntoTheAddress extends PigeonContracts.Requests {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonRequests() {
                @Override
                URI url() {
                    return URI.create("https://loft.example.org/" + Pigeons.TOKEN.value());
                }
            };
        }
    }

    @CaughtBy("refusesWhatItDoesNotTake")
    static class AsksForAnything extends PigeonContracts.Requests {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonRequests() {
                @Override
                void check(Kind kind) {}
            };
        }
    }

    @CaughtBy("refusesToAskAboutAMatterThatTheFarEndDoesNotKnow")
    static class AsksAboutAnything extends PigeonContracts.Requests {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonRequests() {
                @Override
                String number(FarRequest request) {
                    return request.externalId().orElse("0");
                }
            };
        }
    }

    @CaughtBy({"understandsTheConfirmationOfARequest", "understandsTheConfirmation"})
    static class ForgetsTheFarEndsId extends PigeonContracts.Requests {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonRequests() {
                @Override
                public String confirm(Answer answer) {
                    super.confirm(answer);
                    return "";
                }
            };
        }
    }
}
