package org.intakehub.gateway.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.intakehub.gateway.account.KnownPeople;
import org.intakehub.gateway.account.Role;
import org.junit.jupiter.api.Test;

/** Accounts and keys as an administrator makes and ends them in a browser. */
class StaffPageIT extends BrowsedHub {
    @Test
    void somebodyNewLogsInWithThePasswordThatIsShownOnce() {
        var page = browser.loggedIn(this, Role.ADMIN, "zh-CN", 1280);
        page.navigate(address("/users"));
        page.fill("input[name=username]", "lin.zhou");
        page.fill("input[name=displayName]", "周林");
        page.selectOption("select[name=role]", "UNIT");
        page.selectOption("select[name=unit]", "chengguan");
        page.click(".maker button");
        var password = page.locator(".secret").textContent();
        page.navigate(address("/users"));
        assertThat(page.locator(".secret")).hasCount(0);

        var other = browser.page("zh-CN", 1280);
        other.navigate(address("/login"));
        Browser.logIn(other, "lin.zhou", password);
        assertThat(other.locator(".me b")).hasText("周林");
    }

    @Test
    void whoIsDisabledIsLoggedOutAtOnce() {
        var operator = browser.loggedIn(this, Role.OPERATOR, "zh-CN", 1280);
        var page = browser.loggedIn(this, Role.ADMIN, "zh-CN", 1280);
        page.navigate(address("/users"));
        page.locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Test operator"))
                .locator("text=停用")
                .click();
        assertThat(page.locator("text=已停用")).hasCount(1);

        operator.navigate(address("/cases"));
        assertThat(operator).hasURL(address("/login"));
        Browser.logIn(operator, KnownPeople.name(Role.OPERATOR), KnownPeople.PASSWORD);
        assertThat(operator.locator(".alert-danger")).isVisible();
    }

    @Test
    void whatCannotBeAnAccountIsSaidOnThePage() {
        var page = browser.loggedIn(this, Role.ADMIN, "en-US", 1280);
        page.navigate(address("/users"));
        page.fill("input[name=username]", "operator");
        page.fill("input[name=displayName]", "Somebody else");
        page.click(".maker button");
        assertThat(page.locator(".alert-warning")).containsText("That did not work");
    }

    @Test
    void aKeyIsShownOnceAndRevoked() {
        var page = browser.loggedIn(this, Role.ADMIN, "zh-CN", 1280);
        page.navigate(address("/keys"));
        page.fill("input[name=name]", "城管局系统");
        page.click(".maker button");
        assertThat(page.locator(".secret").textContent()).matches("ihk_[0-9a-f]{12}_[0-9a-f]{64}");
        page.click("tbody button");
        assertThat(page.locator("tbody")).containsText("已吊销");
        assertThat(page.locator(".secret")).hasCount(0);
    }

    @Test
    void nobodyButAnAdministratorGetsThere() {
        var page = browser.loggedIn(this, Role.DISPATCHER, "zh-CN", 1280);
        assertThat(page.navigate(address("/users")).status()).isEqualTo(403);
        assertThat(page.navigate(address("/keys")).status()).isEqualTo(403);
    }
}
