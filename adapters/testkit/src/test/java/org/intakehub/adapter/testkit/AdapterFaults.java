package org.intakehub.adapter.testkit;

import java.nio.file.Path;
import java.util.List;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.Mailbox;
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
    abstract static class Faulty extends PigeonContracts.Webhook {
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
}
