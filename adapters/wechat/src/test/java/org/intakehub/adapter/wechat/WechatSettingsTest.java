package org.intakehub.adapter.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WechatSettingsTest {
    @Test
    void refusesAKeyThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Platform.settings("too short a key", null, null))
                .withMessageStartingWith("encoding-aes-key ")
                .withMessageNotContaining("too short a key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://api.example.org", "/cgi-bin", "https://a@api.example.org", "https://api.example.org?a=b"})
    void refusesAnAddressThatCannotBeTheApis(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Platform.settings("token", null, "wx1", null, null, URI.create(address)))
                .withMessageStartingWith("api-base ");
    }

    @Test
    void refusesANoticeWithNothingInIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WechatNotice(WechatNotice.Kind.TEMPLATE, "t-1", null, Map.of(), 20))
                .withMessageStartingWith("notice.fields ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WechatPaths("no slash", "", "", "", ""))
                .withMessageStartingWith("paths.stable-token ");
    }

    @Test
    void joinsPathsToTheAddressOfTheApi() {
        var settings = Platform.settings("token", null, "wx1", null, null, URI.create("http://127.0.0.1:8080/proxy/"));
        assertThat(settings.address("/cgi-bin/x")).hasToString("http://127.0.0.1:8080/proxy/cgi-bin/x");
    }
}
