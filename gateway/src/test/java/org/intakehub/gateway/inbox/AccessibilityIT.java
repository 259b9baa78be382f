package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;

/** What axe-core finds on the pages, in both languages, light, dark and with large text: nothing that it calls serious or critical. */
class AccessibilityIT extends BrowsedHub {
    /** One line for each finding: rule, weight, and the first elements. */
    private static final String FINDINGS =
            "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
                    + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
                    + ".map(one => one.id + ' (' + one.impact + '): ' + one.nodes.slice(0, 4).map(n => n.html.slice(0, 160)"
                    + " + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | '))";

    @Test
    void nothingSeriousInChineseAndLight() {
        look("zh-CN", "light", "normal");
    }

    @Test
    void nothingSeriousInEnglishAndDark() {
        look("en-US", "dark", "normal");
    }

    @Test
    void nothingSeriousWithLargeText() {
        look("zh-CN", "dark", "large");
    }

    private void look(String language, String theme, String size) {
        var town = new Town(samples);
        var addresses = new LinkedHashMap<>(town.addresses());
        addresses.put("counter", "/public");
        addresses.put("counter-form", "/public/mayor-form/new");
        addresses.put("counter-progress", "/public/progress");
        var page = browser.page(language, 1440);
        page.navigate(address("/appearance/theme?to=" + theme));
        page.navigate(address("/appearance/size?to=" + size));
        page.navigate(address("/login"));
        assertThat(findings(page)).as("login").isEmpty();
        Browser.logIn(page, KnownPeople.name(Role.ADMIN), KnownPeople.PASSWORD);
        page.waitForURL(address -> !address.endsWith("/login"));
        var found = new LinkedHashMap<String, List<?>>();
        addresses.forEach((name, path) -> {
            page.navigate(address(path));
            if (name.equals("split")) {
                page.waitForSelector("#pane h1");
            }
            Browser.picture(page, "axe-" + name + "-" + language + "-" + theme + "-" + size);
            var findings = findings(page);
            if (!findings.isEmpty()) {
                found.put(name, findings);
            }
        });
        assertThat(found).isEmpty();
    }

    private static List<?> findings(Page page) {
        page.evaluate(axe());
        return (List<?>) page.evaluate(FINDINGS);
    }

    private static String axe() {
        try (var script = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
