package org.intakehub.deploy.xss;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody at a desk who types the same texts into the fields of the pages, in the watched browser. */
final class HostileDesk {
    private static final String POST =
            "async ([path, body]) => { const csrf = document.querySelector('meta[name=csrf]');"
                    + " const answer = await fetch(path, {method: 'POST', body, headers: {[csrf.dataset.header]: csrf.content,"
                    + " 'Content-Type': 'application/x-www-form-urlencoded'}}); return answer.status; }";

    private final Watched browser;

    HostileDesk(Watched browser) {
        this.browser = browser;
    }

    void logIn(String username, String password) {
        browser.open("/login");
        browser.page().fill("#username", username);
        browser.page().fill("#password", password);
        browser.page().click("button[type=submit]");
        browser.page().waitForURL(address -> !address.endsWith("/login"));
    }

    /** Gives the status. */
    int post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return (Integer) browser.page().evaluate(POST, new Object[] {path, body});
    }

    /** What a page shows that a form was sent to. */
    void show(String page, String field, String payload, String button) {
        browser.open(page);
        if (browser.page().locator(field).count() == 1) {
            browser.page().fill(field, payload.isBlank() ? "blank" : payload);
            browser.page().evaluate("() => { window.__before = true; }");
            browser.page().click(button);
            browser.lookAgain(page + " " + button);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
