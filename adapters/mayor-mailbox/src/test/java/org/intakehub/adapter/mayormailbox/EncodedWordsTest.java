package org.intakehub.adapter.mayormailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncodedWordsTest {
    private final Set<String> notes = new LinkedHashSet<>();

    @Test
    void joinsAWordSplitWithinACharacter() {
        var bytes = "喆园小区".getBytes(Charset.forName("GBK"));
        var text = word("gb2312", Arrays.copyOf(bytes, 3)) + "\t"
                + word("GBK", Arrays.copyOfRange(bytes, 3, bytes.length));
        assertThat(decode(text)).isEqualTo("喆园小区");
        assertThat(notes).isEmpty();
    }

    @Test
    void joinsBase64SplitWithinAGroup() {
        var base64 = Base64.getEncoder().encodeToString("路口没有红绿灯".getBytes(Charset.forName("UTF-8")));
        assertThat(decode("=?utf-8?B?" + base64.substring(0, 5) + "?= =?utf-8?B?" + base64.substring(5) + "?="))
                .isEqualTo("路口没有红绿灯");
    }

    @Test
    void keepsWhatStandsBetweenWordsAndText() {
        assertThat(decode("Re: =?utf-8?Q?=E8=B7=AF?= =?gbk?Q?=B5=C6?= [7]")).isEqualTo("Re: 路灯 [7]");
        assertThat(decode("=?utf-8?Q?a?= b =?utf-8?Q?c?=")).isEqualTo("a b c");
    }

    @Test
    void readsWordsWithBlanksAndWithoutAnEnd() {
        assertThat(decode("=?us-ascii?Q?three words here?=")).isEqualTo("three words here");
        assertThat(decode("=?utf-8?B?6Lev54Gv")).isEqualTo("路灯");
    }

    @Test
    void leavesAloneWhatIsNoWord() {
        for (var text : new String[] {"=?", "=?x?", "=?x?Z?y?=", "a =?= b", "=??B?eA==?="}) {
            assertThat(decode(text)).isEqualTo(text);
        }
    }

    @Test
    void ignoresTheLanguageOfACharset() {
        assertThat(decode("=?utf-8*zh-CN?Q?=E8=B7=AF?=")).isEqualTo("路");
    }

    private String decode(String text) {
        return EncodedWords.decode(text, notes);
    }

    private static String word(String charset, byte[] bytes) {
        return "=?" + charset + "?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
