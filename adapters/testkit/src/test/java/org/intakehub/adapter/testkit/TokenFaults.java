package org.intakehub.adapter.testkit;

import java.net.URI;
import java.time.Instant;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;

/** Faults of channels that need a token. */
final class TokenFaults {
    private TokenFaults() {}

    @CaughtBy("logsIn")
    static class TakesSecondsForMinutes extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                Instant validUntil(Answer answer, long seconds) {
                    return answer.receivedAt().plusSeconds(60 * seconds);
                }
            };
        }
    }

    @CaughtBy({
        "logsIn",
        "leavesTheCallsOfALoginAsTheyAre",
        "hidesTheToken",
        "tellsAPassingFaultOfALogin",
        "tellsThatCredentialsAreNotAccepted",
        "survivesAGarbledLogin"
    })
    static class RemembersTheSalt extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                private volatile String kept = "no salt yet";

                @Override
                Step.Ask ring(String salt) {
                    kept = salt;
                    return super.ring(salt);
                }

                @Override
                String salt(Answer answer) {
                    return kept;
                }
            };
        }
    }

    @CaughtBy("putsTheTokenIntoACall")
    static class ForgetsTheRing extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                String ring(Secret token) {
                    return "";
                }
            };
        }
    }

    @CaughtBy("leavesTheCallsOfALoginAsTheyAre")
    static class ShowsAnOldRingAtTheDoor extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                boolean needsToken(URI url) {
                    return "loft.example.org".equals(url.getHost());
                }
            };
        }
    }

    @CaughtBy("tellsTheTokenToNoStranger")
    static class ShowsTheRingToEverybody extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                boolean needsToken(URI url) {
                    return !"/door".equals(url.getPath());
                }
            };
        }
    }

    @CaughtBy("tellsTheTokenToNoStranger")
    static class TrustsTheBeginningOfAnAddress extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                boolean needsToken(URI url) {
                    return url.toString().startsWith("https://loft.example.org") && !"/door".equals(url.getPath());
                }
            };
        }
    }

    @CaughtBy({"hidesTheToken", "putsTheTokenIntoACall"})
    static class WritesTheRingIntoThePath extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                URI url(Call call, Secret token) {
                    return call.url().resolve("/" + token.value() + call.url().getPath());
                }
            };
        }
    }

    @CaughtBy("knowsARefusedToken")
    static class FliesOnWithoutARing extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                public boolean refusesToken(Answer answer) {
                    return answer.status() == 401;
                }
            };
        }
    }

    @CaughtBy("takesNoOtherAnswerForARefusedToken")
    static class AsksForANewRingWhateverIsWrong extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                public boolean refusesToken(Answer answer) {
                    return super.refusesToken(answer) || answer.status() >= 400;
                }
            };
        }
    }

    @CaughtBy("tellsAPassingFaultOfALogin")
    static class GivesUpAtTheDoor extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                RuntimeException fault() {
                    return new RemoteRejected("the door is shut");
                }
            };
        }
    }

    @CaughtBy("tellsThatCredentialsAreNotAccepted")
    static class KnocksForEver extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                RuntimeException refusal() {
                    return new RemoteUnavailable("the door is shut");
                }
            };
        }
    }

    @CaughtBy("survivesAGarbledLogin")
    static class StumblesOverTheThreshold extends PigeonContracts.Tokens {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonTokens() {
                @Override
                public Login proceed(Answer answer) {
                    if (answer.status() == 200 && answer.body().isEmpty()) {
                        throw new IndexOutOfBoundsException(0);
                    }
                    return super.proceed(answer);
                }
            };
        }
    }
}
