package org.intakehub.deploy.xss;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;

/** One tab of the watched browser, and what its page did that none of the hub's ever does. */
final class Tab {
    /** The page that was asked for has come, and so have the parts that it loads by itself. */
    private static final String THERE = "() => !window.__before && document.readyState === 'complete'"
            + " && !document.querySelector('.htmx-request')";

    private static final String FOUND = "() => { const found = [...window.__noted];"
            + "for (const one of document.querySelectorAll('*')) {"
            + "  if (/^(iframe|frame|frameset|object|embed|applet|base|style|marquee|bgsound|layer|xml|math)$/i.test(one.localName)) found.push(one.localName);"
            + "  if (one.localName === 'script' && new URL(one.src || 'none:', location).origin !== location.origin) found.push('script');"
            + "  if (one.localName === 'meta' && one.httpEquiv === 'refresh') found.push('refresh');"
            + "  for (const attribute of one.attributes) {"
            + "    if (/^on/i.test(attribute.name) || attribute.name === 'style' || attribute.name === 'srcdoc') found.push(one.localName + ' ' + attribute.name);"
            + "    if (/^(href|src|action|formaction|xlink:href|background|data)$/i.test(attribute.name)"
            + "      && !/^(https?:|mailto:|tel:|data:image)/.test(new URL(attribute.value, location).href)) found.push(one.localName + ' ' + attribute.name + '=' + attribute.value);"
            + "  } } return found; }";

    private final Page page;
    private final String hub;
    private final List<Object> noted = new ArrayList<>();

    Tab(BrowserContext context, String hub) {
        this.hub = hub;
        page = context.newPage();
        page.onDialog(dialogue -> {
            noted.add("dialogue " + dialogue.type());
            dialogue.dismiss();
        });
        page.onPopup(popup -> noted.add("opened a window"));
        page.onRequest(request -> {
            if (!request.url().startsWith(hub) && !request.url().startsWith("data:")) {
                noted.add("asked " + request.url());
            }
        });
        page.navigate(hub + "/login");
    }

    Page page() {
        return page;
    }

    /** Asks for a page and does not wait. */
    void begin(String wanted) {
        noted.clear();
        page.evaluate("to => { window.__before = true; setTimeout(() => location.assign(to)); }", hub + wanted);
    }

    /** Waits for the page, and tells what it did. */
    List<?> end() {
        try {
            page.waitForFunction(THERE);
            noted.addAll((List<?>) page.evaluate(FOUND));
        } catch (PlaywrightException e) {
            noted.add("cannot be looked at: "
                    + String.valueOf(e.getMessage()).lines().limit(3).toList());
        }
        if (!page.url().startsWith(hub)) {
            noted.add("went to " + page.url());
        }
        return noted.stream().distinct().limit(6).toList();
    }
}
