package org.intakehub.deploy.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class XmlLeavesTest {
    private static final String JSON =
            "[{\"code\":\"1\",\"name\":\"a & <b>\",\"values\":[{\"key\":\"k\"}],\"empty\":\"\",\"no\":null}]";

    @Test
    void findsTheSameInBothFormats() {
        var xml = "<list><one><code>1</code><name>a &amp; &lt;b&gt;</name><values><value><key>k</key></value></values>"
                + "<empty/><no></no></one></list>";
        assertThat(XmlLeaves.of(xml))
                .isEqualTo(XmlLeaves.of(JsonMapper.shared().readTree(JSON)))
                .containsExactly("code=1", "name=a & <b>", "key=k");
    }

    @Test
    void findsWhatIsMissingOrBroken() {
        var json = XmlLeaves.of(JsonMapper.shared().readTree(JSON));
        assertThat(XmlLeaves.of("<list><one><code>1</code></one></list>")).isNotEqualTo(json);
        assertThat(XmlLeaves.of("<list><one>")).containsExactly("not well-formed");
    }
}
