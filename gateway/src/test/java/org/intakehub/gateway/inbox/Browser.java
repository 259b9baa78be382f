package org.intakehub.gateway.inbox;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;

/** What one test opens in Chromium; its pages are closed with it, so that none goes on asking the hub during the next test. */
final class Browser implements AutoCloseable {
    private final com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> contexts = new ArrayList<>();
    /** What the pages complained of: refused scripts and styles, uncaught errors. */
    private final List<String> complaints = new ArrayList<>();

    Browser(com.microsoft.playwright.Browser chromium) {
        this.chromium = chromium;
    }

    Page page(String language, int width) {
        var context = context(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900));
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
        return context(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(language)
                        .setJavaScriptEnabled(false)
                        .setViewportSize(width, 900))
                .newPage();
    }

    private BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = chromium.newContext(options);
        context.setDefaultTimeout(10_000);
        contexts.add(context);
        return context;
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
        contexts.forEach(BrowserContext::close);
    }
}
