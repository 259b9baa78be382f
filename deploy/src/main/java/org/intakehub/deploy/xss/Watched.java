package org.intakehub.deploy.xss;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A real Chromium that tells which pages did what a page of the hub never does: called a dialogue, asked another host, was refused
 * something by its Content-Security-Policy, left its address, or holds an element or attribute that can run something.
 */
final class Watched implements AutoCloseable {
    /** Fewer than the six connections that a browser opens to one host: each tab holds one for live updates. */
    private static final int TABS = 3;

    private static final int PATIENCE_MILLIS = 20_000;

    /** Before anything of the page: dialogues and refusals are noted instead. */
    private static final String NOTES = "window.__noted = [];"
            + "for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) { window[name] = () => { __noted.push(name); return null; }; }"
            + "document.addEventListener('securitypolicyviolation', event => __noted.push('refused ' + event.violatedDirective + ' ' + event.blockedURI));";

    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();

    private final Playwright playwright;
    private final Browser chromium;
    private final List<Tab> tabs;
    private int pages;
    private int ran;

    private Watched(Playwright playwright, Browser chromium, String hub) {
        this.playwright = playwright;
        this.chromium = chromium;
        var context = context(chromium);
        tabs = IntStream.range(0, TABS).mapToObj(index -> new Tab(context, hub)).toList();
    }

    private static BrowserContext context(Browser chromium) {
        var context = chromium.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1440, 900));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addInitScript(NOTES);
        return context;
    }

    /** @param hub address without a path */
    static Watched start(String hub) {
        var program = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no Chromium on this machine"));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox"));
        return new Watched(playwright, playwright.chromium().launch(options), hub);
    }

    /** The tab in which one types. */
    Page page() {
        return tabs.get(0).page();
    }

    void open(String path) {
        openAll(List.of(path));
    }

    /** Opens pages, several at a time, and looks at each; what one did is told on standard output. */
    void openAll(List<String> paths) {
        for (var from = 0; from < paths.size(); from += TABS) {
            var some = paths.subList(from, Math.min(paths.size(), from + TABS));
            for (var index = 0; index < some.size(); index++) {
                tabs.get(index).begin(some.get(index));
            }
            for (var index = 0; index < some.size(); index++) {
                look(tabs.get(index), some.get(index));
            }
        }
    }

    /** Looks at what typing has led to. */
    void lookAgain(String what) {
        look(tabs.get(0), what);
    }

    private void look(Tab tab, String what) {
        pages++;
        var found = tab.end();
        if (!found.isEmpty()) {
            ran++;
            System.out.println("  " + what + ": " + found);
        }
    }

    int pages() {
        return pages;
    }

    /** Pages on which something ran, or stood that could have. */
    int ran() {
        return ran;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
