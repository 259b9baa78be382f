package org.intakehub.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;

/** A real Chromium; where there is none the test is skipped, except on a build server, where it fails. */
final class Browser implements AutoCloseable {
    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    /** What the pages complained of: refused scripts and styles, uncaught errors. */
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    static Browser start() {
        var program = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (System.getenv("CI") != null) {
            assertThat(program).as("a build server has Chromium").isPresent();
        }
        assumeTrue(program.isPresent(), "no Chromium on this machine");
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program.get())
                                .setArgs(List.of("--no-sandbox"))));
    }

    Page page(String language, int width) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900));
        context.setDefaultTimeout(10_000);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            // The page of the API's description is a library's, and styles itself.
            if (message.type().equals("error") && !page.url().contains("/swagger-ui/")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** A browser that runs no scripts. */
    Page plainPage(String language, int width) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setJavaScriptEnabled(false)
                .setViewportSize(width, 900));
        context.setDefaultTimeout(10_000);
        return context.newPage();
    }

    Page loggedIn(RunningHub hub, Role role, String language, int width) {
        var page = page(language, width);
        page.navigate(hub.address("/login"));
        logIn(page, KnownPeople.name(role), KnownPeople.PASSWORD);
        page.waitForURL(address -> !address.endsWith("/login"));
        return page;
    }

    static void logIn(Page page, String username, String password) {
        page.fill("#username", username);
        page.fill("#password", password);
        page.click("button[type=submit]");
    }

    /** Kept under {@code target/} for people to look at. */
    static void picture(Page page, String name) {
        // Hiding the caret writes styles into the page, which the page's own scripts may then copy and its policy
        // forbid.
        page.screenshot(new Page.ScreenshotOptions()
                .setCaret(ScreenshotCaret.INITIAL)
                .setPath(Path.of("target", "pictures", name + ".png"))
                .setFullPage(true));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
