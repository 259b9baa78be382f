package org.intakehub.deploy.xss;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Chromium that tells what a page did which a page of the hub never does: called a dialogue, asked another host, was refused
 * something by its Content-Security-Policy, left its address, or holds an element or attribute that can run something.
 */
final class Watched implements AutoCloseable {
    /** Before anything of the page: dialogues and refusals are noted instead. */
    private static final String NOTES = "window.__noted = [];"
            + "for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) { window[name] = () => { __noted.push(name); return null; }; }"
            + "document.addEventListener('securitypolicyviolation', event => __noted.push('refused ' + event.violatedDirective + ' ' + event.blockedURI));";

    private static final String FOUND = "() => { const found = [...window.__noted];"
            + "for (const one of document.querySelectorAll('*')) {"
            + "  if (/^(iframe|frame|frameset|object|embed|applet|base|style|marquee|bgsound|layer|xml|math)$/i.test(one.localName)) found.push(one.localName);"
            + "  if (one.localName === 'script' && new URL(one.src || 'none:', location).origin !== location.origin) found.push('script');"
            + "  if (one.localName === 'meta' && one.httpEquiv === 'refresh') found.push('refresh');"
            + "  for (const attribute of one.attributes) {"
            + "    if (/^on/i.test(attribute.name) || attribute.name === 'style' || attribute.name === 'srcdoc') found.push(one.localName + ' ' + attribute.name);"
            + "    if (/^(href|src|action|formaction|xlink:href|background|data)$/i.test(attribute.name)"
            + "      && !/^(https?|mailto|data:image)/.test(new URL(attribute.value, location).href)) found.push(one.localName + ' ' + attribute.name + '=' + attribute.value);"
            + "  } } return found; }";

    private static final List<Path> PLACES = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();

    private final Playwright playwright;
    private final Browser chromium;
    private final BrowserContext context;
    private final Page page;
    private final URI hub;
    private final List<String> noted = new ArrayList<>();
    private int pages;
    private int ran;

    private Watched(Playwright playwright, Browser chromium, URI hub) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.hub = hub;
        context = chromium.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1440, 900));
        context.setDefaultTimeout(20_000);
        context.addInitScript(NOTES);
        page = context.newPage();
        page.onDialog(dialogue -> {
            noted.add("dialogue " + dialogue.type());
            dialogue.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(hub.toString()) && !request.url().startsWith("data:")) {
                noted.add("asked " + request.url());
            }
        });
        context.onPage(other -> noted.add("opened a window"));
    }

    static Watched start(URI hub) {
        var program = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no Chromium on this machine"));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox")));
        return new Watched(playwright, chromium, hub);
    }

    Page page() {
        return page;
    }

    /** Opens a page and looks at it; tells on standard output what it did. */
    void open(String path) {
        noted.clear();
        page.navigate(hub.resolve(path).toString());
        look(path);
    }

    /** Looks at what is open now. */
    void look(String path) {
        pages++;
        var found = new ArrayList<Object>(noted);
        try {
            page.waitForLoadState(LoadState.LOAD);
            found.addAll((List<?>) page.evaluate(FOUND));
        } catch (PlaywrightException e) {
            found.add(
                    "cannot be looked at: " + e.getMessage().lines().findFirst().orElse(""));
        }
        if (!page.url().startsWith(hub.toString())) {
            found.add("went to " + page.url());
        }
        if (!found.isEmpty()) {
            ran++;
            System.out.println(
                    "  " + path + ": " + found.stream().distinct().limit(6).toList());
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
        context.close();
        chromium.close();
        playwright.close();
    }
}
