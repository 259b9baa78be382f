package org.intakehub.adapter.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.FileAdapter;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.RawMessage;

/** Faults of channels that read files. */
final class FileFaults {
    private FileFaults() {}

    @CaughtBy({"namesItsEndingsPlainly", "hasASampleForEveryEnding"})
    static class WritesDotsBeforeItsEndings extends PigeonContracts.Files {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonFiles() {
                @Override
                public Set<String> endings() {
                    return Set.of(".txt", ".zip");
                }
            };
        }
    }

    @CaughtBy("hasASampleForEveryEnding")
    static class ClaimsAnEndingThatItNeverTried extends PigeonContracts.Files {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonFiles() {
                @Override
                public Set<String> endings() {
                    return Set.of("txt", "zip", "text");
                }
            };
        }
    }

    @CaughtBy("readsAFileTheSameUnderAnotherName")
    static class MindsTheCaseOfAnEnding extends PigeonContracts.Files {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonFiles() {
                @Override
                String ending(String name) {
                    return name.substring(name.lastIndexOf('.') + 1);
                }
            };
        }
    }

    @CaughtBy("readsAFileTheSameUnderAnotherName")
    static class MakesTheNamePartOfTheMessage extends PigeonContracts.Files {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonFiles() {
                @Override
                public List<IntakeMessage> normalise(RawMessage raw) {
                    return super.normalise(raw).stream()
                            .map(message -> IntakeMessage.of(message.key())
                                    .title(message.title())
                                    .text(message.text())
                                    .extra("file", raw.header(FILE_NAME).orElse(""))
                                    .build())
                            .toList();
                }
            };
        }
    }

    @CaughtBy("refusesAFileOfAnotherEnding")
    static class TakesAnUnknownEndingForText extends PigeonContracts.Files {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonFiles() {
                @Override
                String ending(String name) {
                    return name.equals("list.unknown") ? "txt" : super.ending(name);
                }
            };
        }
    }

    @CaughtBy("survivesAFileUnderAWrongEnding")
    static class StumblesOverAnArchiveThatIsCalledText extends PigeonContracts.Files {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonFiles() {
                @Override
                public List<IntakeMessage> normalise(RawMessage raw) {
                    if (ending(raw.header(FILE_NAME).orElse("")).equals("txt") && Brought.isArchive(raw.body())) {
                        throw new IllegalStateException("an archive");
                    }
                    return super.normalise(raw);
                }
            };
        }
    }

    @CaughtBy("quotesNoFileName")
    static class TellsTheNameOfWhatItRefuses extends PigeonContracts.Files {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonFiles() {
                @Override
                MalformedMessage unknown(String name) {
                    return new MalformedMessage(name + " is neither text nor an archive");
                }
            };
        }
    }

    @CaughtBy("survivesAnArchiveThatSwells")
    static class UnpacksWhateverThereIs extends PigeonContracts.Files {
        @Override
        public ChannelAdapter adapter() {
            return new PigeonFiles() {
                @Override
                byte[] letter(ZipInputStream zip) throws IOException {
                    return zip.readAllBytes();
                }
            };
        }
    }

    @CaughtBy("provesEveryCapabilityThatItClaims")
    static class ReadsFilesWithoutProof extends PigeonContracts.Polling {
        @Override
        public ChannelAdapter adapter() {
            class Both extends PigeonPolling implements FileAdapter {
                @Override
                public Set<String> endings() {
                    return Set.of("txt");
                }
            }
            return new Both();
        }
    }
}
