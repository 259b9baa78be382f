package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The city's counter in a real browser: write a letter, get its number, look its progress up. */
class CounterIT extends BrowsedHub {
    private static final String NASTY = "\"><img src=x onerror=alert(1)><script>alert(2)</script>";

    @Test
    void aCitizenWritesALetterGetsItsNumberAndLooksItUp() {
        for (var language : new String[] {"zh-CN", "en-US"}) {
            for (var width : new int[] {1440, 390}) {
                var page = browser.page(language, width);
                var name = language + "-" + width;
                look(page, "/public", "counter-" + name);
                page.click(".doors li:first-child a");
                picture(page, "counter-form-" + name);
                write(page, "东风路路灯不亮 " + name, "东风路 12 号门口的路灯已经一周不亮。");
                page.setInputFiles(
                        "#files", new FilePayload("路灯.txt", "text/plain", "暗".getBytes(StandardCharsets.UTF_8)));
                page.click("button[type=submit]");
                var code = page.locator("#code");
                assertThat(code).hasText(Pattern.compile("\\d{10}"), patient());
                picture(page, "counter-receipt-" + name);
                var written = code.textContent();
                page.click("#sent a.button");
                page.fill("#code", written);
                page.click("button[type=submit]");
                assertThat(page.locator(".standing")).isVisible();
                assertThat(page.locator("#found")).not().containsText("周晓雨");
                picture(page, "counter-progress-" + name);
                page.context().close();
            }
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(jdbc.sql("select count(*) from attachment where state = 'STORED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void theWholeLetterCanBeWrittenWithTheKeyboard() {
        var page = browser.page("zh-CN", 390);
        page.navigate(address("/public/mayor-form/new"));
        page.focus("#title");
        page.keyboard().insertText("井盖缺失");
        page.keyboard().press("Tab");
        page.keyboard().insertText("幸福路口的井盖不见了。");
        for (int i = 0; i < 6; i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        assertThat(page.locator("#confidential")).isChecked();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#code")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        assertThat(jdbc.sql("select confidentiality from case_file where title = '井盖缺失'")
                        .query(String.class)
                        .single())
                .isEqualTo("ON_REQUEST");
    }

    @Test
    void whatIsWrongIsSaidAndNothingOfItBecomesMarkup() {
        var page = browser.page("zh-CN", 390);
        page.navigate(address("/public/website-form/new"));
        page.evaluate("document.getElementById('letter').noValidate = true");
        page.fill("#place", NASTY);
        page.click("button[type=submit]");
        assertThat(page.locator("#problem")).isFocused();
        assertThat(page.locator("#title")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#place")).hasValue(NASTY);
        assertThat(page.locator("#main img")).hasCount(0);
        picture(page, "counter-wrong");
        page.navigate(address("/public/progress?number=%22%3E%3Cimg%20src%3Dx%3E"));
        assertThat(page.locator("#number")).hasValue("\"><img src=x>");
        assertThat(page.locator("#main img")).hasCount(0);
    }

    @Test
    void largeTextStaysAndStillFitsAPhone() {
        var page = browser.page("zh-CN", 390);
        page.navigate(address("/public/mayor-form/new"));
        page.click(".ways a:first-child");
        assertThat(page.locator("html.large")).hasCount(1);
        assertThat(page).hasURL(address("/public/mayor-form/new"));
        picture(page, "counter-large");
        look(page, "/public/progress", "counter-large-progress");
    }

    @Test
    void withoutJavaScriptALetterIsTakenToo() {
        var page = browser.plainPage("zh-CN", 390);
        page.navigate(address("/public/mayor-form/new"));
        write(page, "没有脚本", "这台旧手机不运行脚本。");
        picture(page, "counter-plain");
        page.click("button[type=submit]");
        assertThat(page.locator("#sent")).isVisible();
        page.context().close();
    }

    private static void write(Page page, String title, String text) {
        page.fill("#title", title);
        page.fill("#text", text);
        page.fill("#place", "凤凰山街道东风路 12 号");
        page.fill("#name", "周晓雨");
        page.fill("#phone", "139 0000 1234");
    }

    private void look(Page page, String path, String name) {
        page.navigate(address(path));
        picture(page, name);
    }

    private static void picture(Page page, String name) {
        Browser.picture(page, name);
        var overflow = (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(overflow).as(name + " is wider than the window").isFalse();
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(20_000);
    }
}
