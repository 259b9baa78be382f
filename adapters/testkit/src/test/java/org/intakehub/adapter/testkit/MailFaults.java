package org.intakehub.adapter.testkit;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.jspecify.annotations.Nullable;

/** Faults of mailboxes. */
final class MailFaults {
    private MailFaults() {}

    @CaughtBy("takesItsKeyFromTheMessageId")
    static class TakesItsKeyFromTheBytes extends PigeonContracts.Mail {
        @Override
        public List<Sample> samples() {
            var sample = Sample.of("bench.eml");
            return List.of(sample.expect(sample.body(folder()).sha256(), "长椅坏了"));
        }

        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                MessageKey key(RawMessage raw, MimeMessage mail) {
                    return MessageKey.of(raw.body().sha256());
                }

                @Override
                List<String> references(MimeMessage mail) throws MessagingException {
                    var keys = new ArrayList<String>();
                    for (var id : super.references(mail)) {
                        var letter = Letter.plain(id, "路灯不亮").bytes();
                        keys.add(Payload.of(letter).sha256());
                    }
                    return keys;
                }
            };
        }
    }

    @CaughtBy("keepsAKeyForALetterWithoutMessageId")
    static class TakesAMissingKeyFromTheDelivery extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                String withoutId(RawMessage raw) {
                    return raw.deliveryId();
                }
            };
        }
    }

    @CaughtBy("findsTheLetterThatItAnswers")
    static class ThreadsTheOldestFirst extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                List<String> references(MimeMessage mail) throws MessagingException {
                    var ids = new ArrayList<>(super.references(mail));
                    Collections.reverse(ids);
                    return ids;
                }
            };
        }
    }

    @CaughtBy("recognisesAutomaticMail")
    static class TakesMachinesForPeople extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                @Nullable
                String automatic(MimeMessage mail) {
                    return null;
                }
            };
        }
    }

    @CaughtBy("recognisesAutomaticMail")
    static class TakesPeopleForMachines extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                @Nullable
                String automatic(MimeMessage mail) throws MessagingException {
                    return mail.getHeader("Auto-Submitted", null) == null ? super.automatic(mail) : "auto-submitted";
                }
            };
        }
    }

    @CaughtBy("readsTheCharsetsOfTheCountry")
    static class KnowsUtf8Only extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                String text(Part part) throws MessagingException, IOException {
                    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                }
            };
        }
    }

    @CaughtBy("makesPlainTextOfHtml")
    static class LeavesHtmlAsItIs extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                String plain(String html) {
                    return html;
                }
            };
        }
    }

    @CaughtBy("namesAttachmentsWithoutAPath")
    static class DropsAttachments extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                void attach(Part part, IntakeMessage.Builder message) {
                    message.note("an attachment was dropped");
                }
            };
        }
    }

    @CaughtBy("knowsItsSender")
    static class KnowsNobody extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                Citizen citizen(InternetAddress from) {
                    return Citizen.unknown();
                }
            };
        }
    }

    @CaughtBy("losesNothingOfAnAnswer")
    static class CutsTheHistoryAway extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                String text(Part part) throws MessagingException, IOException {
                    return super.text(part).replaceAll("(?m)^>.*$", "");
                }
            };
        }
    }

    @CaughtBy("readsBothKindsOfLineBreak")
    static class KnowsOneKindOfLineBreak extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                public List<IntakeMessage> normalise(RawMessage raw) {
                    var text = raw.body().text(StandardCharsets.ISO_8859_1);
                    if (text.startsWith("From: =?") && !text.contains("\r\n\r\n")) {
                        throw new MalformedMessage("no end of the headers");
                    }
                    return super.normalise(raw);
                }
            };
        }
    }

    @CaughtBy("showsNoPasswordInItsMailbox")
    static class TakesThePasswordForTheUser extends PigeonContracts.Mail {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonMail() {
                @Override
                String user() {
                    return Pigeons.TOKEN.value();
                }
            };
        }
    }
}
