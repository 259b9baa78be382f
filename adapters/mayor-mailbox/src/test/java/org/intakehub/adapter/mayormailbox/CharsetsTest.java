package org.intakehub.adapter.mayormailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {
    @ParameterizedTest
    @CsvSource({
        "gb2312, GB18030",
        "GBK, GB18030",
        "x-gbk, GB18030",
        "cp936, GB18030",
        "windows-936, GB18030",
        "GB_2312-80, GB18030",
        "UTF8, UTF-8",
        "utf-8http-equiv, UTF-8",
        "big5, x-windows-950",
        "iso-8859-1, windows-1252",
        "us-ascii, ''",
        "no such thing, ''",
        "hz, HZ-GB-2312",
        "koi8-r, KOI8-R"
    })
    void understandsTheLabel(String label, String charset) {
        assertThat(CharsetNames.of(label)).isEqualTo(charset);
    }

    @ParameterizedTest
    @CsvSource({
        "GBK, us-ascii",
        "GBK, iso-8859-1",
        "GBK, utf-8",
        "GBK, big5",
        "GBK, ",
        "UTF-8, gb2312",
        "UTF-8, big5",
        "UTF-8, iso-8859-1",
        "GB18030, gb2312"
    })
    void readsChineseUnderAWrongLabel(String actual, String label) {
        var text = "人民路小学门口没有斑马线，孩子上学很危险。";
        assertThat(Charsets.decode(text.getBytes(Charset.forName(actual)), label)
                        .text())
                .isEqualTo(text);
    }

    @Test
    void readsNamesTooShortToCount() {
        for (var name : new String[] {"赵堃", "朱镕", "王", "吉𠮷野", "誠信"}) {
            assertThat(Charsets.decode(name.getBytes(Charset.forName("GB18030")), null)
                            .text())
                    .isEqualTo(name);
        }
    }

    @Test
    void leavesWesternTextWestern() {
        var text = "Größe und Länge für Müller, déjà vu, “quoted”";
        var bytes = text.getBytes(Charset.forName("windows-1252"));
        assertThat(Charsets.decode(bytes, "iso-8859-1")).isEqualTo(Decoded.sure(text));
        assertThat(Charsets.decode(bytes, null).text()).isEqualTo(text);
    }

    @Test
    void notesWhatItGuessedAndWhatItCouldNotRead() {
        var chinese = "路灯不亮".getBytes(Charset.forName("GBK"));
        assertThat(Charsets.decode(chinese, "us-ascii").note()).contains("charset guessed: GB18030");
        var cut = "路灯不亮".getBytes(StandardCharsets.UTF_8);
        assertThat(Charsets.decode(Arrays.copyOf(cut, 11), "utf-8"))
                .isEqualTo(Decoded.noted("路灯不\ufffd", "some bytes are not UTF-8"));
    }

    @Test
    void readsSevenBitForms() {
        assertThat(Charsets.decode(ascii("+je9wbw-"), "utf-7").text()).isEqualTo("路灯");
        assertThat(Charsets.decode(ascii("~{B75F~} 7 ~~"), "hz-gb-2312").text()).isEqualTo("路灯 7 ~");
        assertThat(Charsets.decode(ascii("\u001b$)A\u000eB75F\u000f"), "iso-2022-cn")
                        .text())
                .isEqualTo("路灯");
    }

    @Test
    void dropsTheByteOrderMark() {
        assertThat(Charsets.decode("\ufeff路灯".getBytes(StandardCharsets.UTF_8), "gb2312")
                        .text())
                .isEqualTo("路灯");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
