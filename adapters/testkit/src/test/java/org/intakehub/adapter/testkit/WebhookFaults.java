package org.intakehub.adapter.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.Request;

/** Faults of webhooks. */
final class WebhookFaults {
    private WebhookFaults() {}

    @CaughtBy({
        "refusesAForgedProof",
        "refusesAForgedBody",
        "verifiesOnManyThreadsAtOnce",
        "refusesWhatIsNoCallOfThePlatform"
    })
    static class IgnoresTheSignature extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                boolean genuine(Request request, String signature) {
                    return true;
                }
            };
        }
    }

    @CaughtBy("refusesAForgedBody")
    static class LooksAtTheBeginningOfTheBodyOnly extends PigeonContracts.Webhook {
        @Override
        public Request signed(Sample sample, Instant at) {
            var call = super.signed(sample, at);
            var time = String.valueOf(at.getEpochSecond());
            return Calls.with(
                    call, PigeonWebhook.SIGNATURE, PigeonWebhook.sign(sample.file(), time, beginning(call.body())));
        }

        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                boolean genuine(Request request, String signature) {
                    return super.genuine(Calls.with(request, beginning(request.body())), signature);
                }
            };
        }

        private static Payload beginning(Payload body) {
            return Payload.of(Arrays.copyOf(body.bytes(), 16));
        }
    }

    @CaughtBy("refusesAForgedProof")
    static class ComparesTheBeginningOfTheSignatureOnly extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                boolean genuine(Request request, String signature) {
                    var right = sign(header(request, ID), header(request, TIME), request.body());
                    return signature.length() >= 60 && right.startsWith(signature.substring(0, 60));
                }
            };
        }
    }

    @CaughtBy("refusesACallOutsideTheTimeWindow")
    static class TakesWhatIsStale extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return window(Duration.ofDays(-1), Duration.ofDays(1));
        }
    }

    @CaughtBy("refusesACallOutsideTheTimeWindow")
    static class TakesWhatComesFromTheFuture extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return window(Duration.ofDays(-1), Duration.ofMinutes(5));
        }
    }

    private static ChannelAdapter window(Duration earliest, Duration latest) {
        return new PigeonWebhook() {
            @Override
            boolean tooFar(Duration off) {
                return off.compareTo(earliest) < 0 || off.compareTo(latest) > 0;
            }
        };
    }

    @CaughtBy("refusesACallWithoutProof")
    static class TakesACallWithoutProof extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                Outcome withoutProof(Request request) {
                    var sent = request.headers().containsKey(SIGNATURE)
                            || !request.method().equals("POST");
                    return sent ? super.withoutProof(request) : accepted(request);
                }

                @Override
                String deliveryId(Request request) {
                    return "delivery" + super.deliveryId(request);
                }
            };
        }
    }

    @CaughtBy("refusesAProofThatIsSentTwice")
    static class TakesTheFirstOfTwo extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                String header(Request request, String name) {
                    var values = request.headers().get(name);
                    return values == null || values.isEmpty() ? "" : values.get(0);
                }
            };
        }
    }

    @CaughtBy("keepsNoSignature")
    static class KeepsTheSignature extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                Map<String, String> kept(Request request) {
                    return Map.of(SIGNATURE, header(request, SIGNATURE));
                }
            };
        }
    }

    @CaughtBy("recognisesAReplay")
    static class CountsDeliveries extends PigeonContracts.Webhook {
        private final AtomicInteger deliveries = new AtomicInteger();

        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                String deliveryId(Request request) {
                    return "delivery-" + deliveries.incrementAndGet();
                }
            };
        }
    }

    @CaughtBy("echoesTheHandshake")
    static class ForgetsTheHandshake extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                Outcome handshake(Request request) {
                    return refused(Outcome.Reason.METHOD_NOT_ALLOWED);
                }
            };
        }
    }

    @CaughtBy("acceptsWhatThePlatformSigned")
    static class EncodesTheBodyAnew extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                Payload body(Request request) {
                    var text = request.body().text(StandardCharsets.UTF_8);
                    return Payload.of(text.strip(), StandardCharsets.UTF_8);
                }
            };
        }
    }

    @CaughtBy("refusesWhatIsNoCallOfThePlatform")
    static class ThrowsAtStrangers extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                Outcome withoutProof(Request request) {
                    if (!request.method().equals("POST")) {
                        throw new UnsupportedOperationException(request.method());
                    }
                    return super.withoutProof(request);
                }
            };
        }
    }

    @CaughtBy("showsNeitherSecretNorBodyInAnOutcome")
    static class RepeatsWhatIsForged extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                @Override
                Outcome forged(Request request) {
                    return new Outcome.Refused(
                            Outcome.Reason.FORGED_PROOF, header(request, SIGNATURE) + " is not right");
                }
            };
        }
    }

    @CaughtBy("verifiesOnManyThreadsAtOnce")
    static class SharesADigestBetweenThreads extends PigeonContracts.Webhook {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonWebhook() {
                private final MessageDigest digest = sha256();

                @Override
                boolean genuine(Request request, String signature) {
                    var words = header(request, ID) + "." + header(request, TIME) + "."
                            + request.body().sha256();
                    digest.reset();
                    digest.update((Pigeons.TOKEN.value() + ".").getBytes(StandardCharsets.UTF_8));
                    Race.invite(() -> true);
                    digest.update(words.getBytes(StandardCharsets.UTF_8));
                    return signature.equals(HexFormat.of().formatHex(digest.digest()));
                }
            };
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
