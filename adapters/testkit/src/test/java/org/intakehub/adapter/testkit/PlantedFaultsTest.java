package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The kit passes correct channels and catches each planted fault in the contract that names it. */
class PlantedFaultsTest {
    static Stream<Class<?>> correct() {
        return Stream.of(
                PigeonContracts.Webhook.class,
                PigeonContracts.Polling.class,
                PigeonContracts.Mail.class,
                PigeonContracts.Files.class,
                PigeonContracts.Calls.class,
                PigeonContracts.Requests.class,
                PigeonContracts.Letters.class,
                PigeonContracts.Tokens.class);
    }

    static Stream<Class<?>> faulty() {
        return Stream.of(
                        AdapterFaults.class,
                        ReadingFaults.class,
                        WebhookFaults.class,
                        PollingFaults.class,
                        MailFaults.class,
                        FileFaults.class,
                        ReplyingFaults.class,
                        RequestingFaults.class,
                        TokenFaults.class)
                .flatMap(faults -> Arrays.stream(faults.getDeclaredClasses()))
                .filter(fault -> fault.isAnnotationPresent(CaughtBy.class))
                .sorted(Comparator.comparing(Class::getName));
    }

    @ParameterizedTest
    @MethodSource("correct")
    void passesACorrectChannel(Class<?> contract) {
        var events = run(contract);
        assertThat(failed(events)).isEmpty();
        assertThat(events.succeeded().count()).isGreaterThanOrEqualTo(18);
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void catchesAPlantedFault(Class<?> contract) {
        assertThat(failed(run(contract)))
                .containsExactlyInAnyOrder(
                        contract.getAnnotation(CaughtBy.class).value());
    }

    @Test
    void plantsAFaultForEveryContractMethod() {
        var missed = correct().flatMap(PlantedFaultsTest::methods).collect(Collectors.toCollection(TreeSet::new));
        faulty().flatMap(PlantedFaultsTest::caughtBy).forEach(missed::remove);
        assertThat(missed)
                .as("contract methods that no planted fault puts to the test")
                .isEmpty();
    }

    private static Stream<String> caughtBy(Class<?> fault) {
        return Arrays.stream(fault.getAnnotation(CaughtBy.class).value());
    }

    private static Stream<String> methods(Class<?> contract) {
        return Arrays.stream(contract.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName);
    }

    private static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }

    private static List<String> failed(Events events) {
        return events.failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
                .toList();
    }
}
