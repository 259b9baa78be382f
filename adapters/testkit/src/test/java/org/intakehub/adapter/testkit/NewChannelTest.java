package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What the generator makes compiles, is wired in, and fails only where its author has to fill in. */
class NewChannelTest {
    private static final List<String> READING = List.of(
            "readsItsSamples",
            "readsTheSameBytesTheSameWay",
            "readsTheSameOnAMachineSetUpForAnotherCountry",
            "handsOnPlainText",
            "readsOnManyThreadsAtOnce",
            "showsNoSecret");

    @Test
    void makesAWebhook() throws Exception {
        var failed = failures("parcel-post", "ParcelPost");
        assertThat(failed.keySet())
                .containsAll(READING)
                .contains("acceptsWhatThePlatformSigned", "refusesAForgedProof", "recognisesAReplay")
                .hasSize(READING.size() + 11);
        assertThat(failed.values()).allMatch(reason -> reason.contains("fill in "));
    }

    @Test
    void makesAPoller() throws Exception {
        var failed = failures("parcel-box", "ParcelBox", "--polling");
        assertThat(failed.keySet())
                .containsAll(READING)
                .contains("findsEverythingFromTheStart", "findsWhatCameInMeanwhile")
                .hasSize(READING.size() + 4);
        assertThat(failed.values()).allMatch(reason -> reason.contains("fill in "));
    }

    @Test
    void makesAMailbox() throws Exception {
        var failed = failures("parcel-letters", "ParcelLetters", "--mail");
        assertThat(failed.keySet())
                .containsAll(READING)
                .contains("takesItsKeyFromTheMessageId", "knowsItsSender")
                .doesNotContain("showsNoPasswordInItsMailbox")
                .hasSize(READING.size() + 10);
        assertThat(failed.values()).allMatch(reason -> reason.contains("fill in "));
    }

    @Test
    void wiresTheChannelIntoTheBuild() throws Exception {
        var build = GeneratedChannel.copy("wired");
        assertThat(build.generate("parcel-post").exit()).isZero();
        assertThat(build.pom("adapters/pom.xml")).containsOnlyOnce("<module>parcel-post</module>");
        assertThat(build.pom("pom.xml")).containsOnlyOnce("""
                </dependency>
                <dependency>
                <groupId>org.intakehub</groupId>
                <artifactId>intake-adapter-parcel-post</artifactId>
                <version>${project.version}</version>
                </dependency>
                """);
    }

    @Test
    void addsTheChannelToTheGatewayBehindTheOtherAdapters() throws Exception {
        var build = GeneratedChannel.copy("gateway");
        var gateway = build.root().resolve("gateway/pom.xml");
        Files.writeString(gateway, """
                <project>
                  <dependencies>
                    <dependency>
                      <groupId>org.intakehub</groupId>
                      <artifactId>intake-adapter-mayor-mailbox</artifactId>
                    </dependency>
                  </dependencies>
                </project>
                """);
        assertThat(build.generate("parcel-post").exit()).isZero();
        assertThat(Files.readString(gateway)).isEqualTo("""
                <project>
                  <dependencies>
                    <dependency>
                      <groupId>org.intakehub</groupId>
                      <artifactId>intake-adapter-mayor-mailbox</artifactId>
                    </dependency>
                    <dependency>
                      <groupId>org.intakehub</groupId>
                      <artifactId>intake-adapter-parcel-post</artifactId>
                    </dependency>
                  </dependencies>
                </project>
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Parcel",
                "parcel_post",
                "parcel--post",
                "-parcel",
                "9parcel",
                "p",
                "testkit",
                "../parcel",
                "switch",
                "a-name-that-is-much-too-long"
            })
    void refusesANameThatCannotBe(String name) throws Exception {
        var build = GeneratedChannel.copy("refused");
        var before = build.files();
        var result = build.generate(name);
        assertThat(result.exit()).isNotZero();
        assertThat(result.said()).containsAnyOf("new-channel: ", "usage: ");
        assertThat(build.files()).isEqualTo(before);
    }

    @Test
    void refusesAChannelThatExists() throws Exception {
        var build = GeneratedChannel.copy("twice");
        assertThat(build.generate("parcel-post").exit()).isZero();
        var before = build.pom("pom.xml");
        assertThat(build.generate("parcel-post").said()).contains("adapters/parcel-post exists");
        assertThat(build.generate("parcelpost").said()).contains("the package of 'parcelpost' exists");
        assertThat(build.pom("pom.xml")).isEqualTo(before);
    }

    /** Contract methods that fail for a fresh channel, with the reason. */
    private static Map<String, String> failures(String channel, String className, String... options) throws Exception {
        var build = GeneratedChannel.copy(channel);
        var arguments = new ArrayList<>(List.of(options));
        arguments.add(channel);
        assertThat(build.generate(arguments.toArray(String[]::new)))
                .extracting(GeneratedChannel.Result::exit)
                .isEqualTo(0);
        var contract = build.compile(
                channel, "org.intakehub.adapter." + channel.replace("-", "") + "." + className + "ContractTest");
        var failed = new TreeMap<String, String>();
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(contract)).execute().testEvents().failed().stream()
                .forEach(event -> failed.put(
                        event.getTestDescriptor().getDisplayName().replace("()", ""),
                        event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .map(NewChannelTest::reasons)
                                .orElse("")));
        return failed;
    }

    private static String reasons(Throwable failure) {
        var reasons = new StringBuilder();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            reasons.append(at.getMessage()).append('\n');
        }
        return reasons.toString();
    }
}
