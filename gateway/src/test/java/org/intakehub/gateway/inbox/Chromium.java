package org.intakehub.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test its {@link Browser}: one Chromium for all tests of the process, pages of its own for each test. Where there is none the test is
 * skipped, except on a build server, where it fails.
 */
final class Chromium implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Chromium.class);
    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var program = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (System.getenv("CI") != null) {
            assertThat(program).as("a build server has Chromium").isPresent();
        }
        assumeTrue(program.isPresent(), "no Chromium on this machine");
        var running = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Program.class, key -> Program.start(program.get()), Program.class);
        return context.getStore(NAMESPACE)
                .computeIfAbsent(Browser.class, key -> new Browser(running.chromium()), Browser.class);
    }

    /** Closed with the store that it is in, after the last test. */
    private record Program(Playwright playwright, com.microsoft.playwright.Browser chromium) implements AutoCloseable {
        static Program start(Path path) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Program(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(path)
                                    .setArgs(List.of("--no-sandbox"))));
        }

        @Override
        public void close() {
            chromium.close();
            playwright.close();
        }
    }
}
