package org.intakehub.adapter.testkit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Reply;

/** Faults of channels that answer. */
final class ReplyingFaults {
    private ReplyingFaults() {}

    @CaughtBy("composesTheSameForTheSameReply")
    static class NumbersItsAttempts extends PigeonContracts.Calls {
        private final AtomicInteger attempts = new AtomicInteger();

        @Override
        public ChannelAdapter adapter() {
            return new PigeonCalls() {
                @Override
                String id(Reply reply) {
                    return reply.id() + "-" + attempts.incrementAndGet();
                }
            };
        }
    }

    @CaughtBy("composesTheSameForTheSameReply")
    static class GivesAllMailOneId extends PigeonContracts.Letters {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonLetters() {
                @Override
                String id(Reply reply) {
                    return "reply@city.example.org";
                }
            };
        }
    }

    @CaughtBy("keepsWithinThePlatformsLimits")
    static class WritesWithoutEnd extends PigeonContracts.Calls {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonCalls() {
                @Override
                String text(String text) {
                    return text;
                }
            };
        }
    }

    @CaughtBy("keepsWithinThePlatformsLimits")
    static class CutsACharacterInHalf extends PigeonContracts.Letters {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonLetters() {
                @Override
                String text(String text) {
                    return text.substring(0, Math.min(text.length(), 999));
                }
            };
        }
    }

    @CaughtBy("showsWhatItSends")
    static class ShowsMoreThanItSends extends PigeonContracts.Calls {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonCalls() {
                @Override
                public String shown(Reply reply) {
                    return reply.text();
                }
            };
        }
    }

    @CaughtBy("showsNoSecretInAReply")
    static class PutsItsTokenIntoTheAddress extends PigeonContracts.Calls {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonCalls() {
                @Override
                URI url() {
                    return URI.create("https://loft.example.org/" + Pigeons.TOKEN.value());
                }
            };
        }
    }

    @CaughtBy("letsNothingIntoTheHeaders")
    static class LetsLinesIntoTheSubject extends PigeonContracts.Letters {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonLetters() {
                @Override
                String subject(Reply reply) {
                    return reply.caseToken() + " " + reply.originalTitle().orElse("");
                }
            };
        }
    }

    @CaughtBy("letsNothingIntoTheHeaders")
    static class LetsLinesIntoAHeader extends PigeonContracts.Calls {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonCalls() {
                @Override
                String name(String text) {
                    return text;
                }
            };
        }
    }

    @CaughtBy("writesToTheCitizenAlone")
    static class WritesToWhoeverIsNamed extends PigeonContracts.Letters {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonLetters() {
                @Override
                String to(String recipient) {
                    return line(recipient);
                }
            };
        }
    }

    @CaughtBy("threadsItsMail")
    static class ForgetsTheThread extends PigeonContracts.Letters {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonLetters() {
                @Override
                List<String> references(Reply reply) {
                    return List.of();
                }
            };
        }
    }

    @CaughtBy("marksAnAcknowledgementAsAutomatic")
    static class PassesForAPerson extends PigeonContracts.Letters {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonLetters() {
                @Override
                Map<String, String> automatic(Reply reply) {
                    return Map.of();
                }
            };
        }
    }

    @CaughtBy("understandsTheConfirmation")
    static class InventsAnId extends PigeonContracts.Calls {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonCalls() {
                @Override
                public String confirm(Answer answer) {
                    return super.confirm(answer) + "0";
                }
            };
        }
    }

    @CaughtBy("tellsAPassingFaultFromAFinalNo")
    static class GivesUpAtOnce extends PigeonContracts.Calls {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonCalls() {
                @Override
                String fault() {
                    throw new RemoteRejected("the pigeon rests");
                }
            };
        }
    }

    @CaughtBy("tellsAPassingFaultFromAFinalNo")
    static class NeverGivesUp extends PigeonContracts.Calls {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonCalls() {
                @Override
                RuntimeException refusal() {
                    return new RemoteUnavailable("the pigeon does not fly there");
                }
            };
        }
    }
}
