package org.intakehub.adapter.mayormailbox;

import java.nio.charset.Charset;
import java.util.BitSet;

/** Tells text that a Chinese citizen may have written from bytes read in the wrong charset. */
final class ChineseLikeness {
    /** Level 1 of GB 2312, its 3,755 commonest characters, is about 97 % of running text; wrong readings hit it by chance only. */
    private static final BitSet COMMON = common();

    private ChineseLikeness() {}

    /** Share of common Chinese characters and punctuation among the characters beyond ASCII; 1 if there are none. */
    static double of(String text) {
        var common = 0;
        var all = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 0x80 && !Character.isLowSurrogate(c)) {
                all++;
                common += COMMON.get(c) ? 1 : 0;
            }
        }
        return all == 0 ? 1 : (double) common / all;
    }

    private static BitSet common() {
        var set = new BitSet();
        set.set(0x3000, 0x3020);
        set.set(0xff01, 0xff5f);
        for (var c : "“”‘’—…·－～￥℃×\u00a0\u200b\ufeff①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢ".toCharArray()) {
            set.set(c);
        }
        var charset = Charset.forName("GB18030");
        for (var row = 0xb0; row <= 0xd7; row++) {
            for (var cell = 0xa1; cell <= 0xfe; cell++) {
                var text = new String(new byte[] {(byte) row, (byte) cell}, charset);
                if (text.charAt(0) >= 0x4e00 && text.charAt(0) <= 0x9fff) {
                    set.set(text.charAt(0));
                }
            }
        }
        return set;
    }
}
