package org.intakehub.adapter.mayormailbox;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the charset labels of real mails mean: a label names the set that its senders use, which is often a larger one. */
final class CharsetNames {
    /** Stands for "the mail does not tell", or tells what cannot be true of eight-bit text. */
    static final String NONE = "";

    static final String UTF_8 = "UTF-8";
    static final String GB18030 = "GB18030";
    static final String HZ = "HZ-GB-2312";
    static final String UTF_7 = "UTF-7";
    static final String WESTERN = "windows-1252";

    private static final int LONGEST_LABEL = 60;
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        name(NONE, "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "x-unknown", "unknown", "default", "8bit");
        name(NONE, "7bit", "binary", "none", "iso646-us", "us", "cp367");
        name(UTF_8, "utf-8", "utf8", "utf_8", "x-utf8", "x-utf-8", "unicode-1-1-utf-8", "cp65001", "utf-8-sig");
        name(UTF_8, "utf8mb4", "unicode");
        // The four names of the Chinese national set are used for one another; GB18030 holds them all.
        name(GB18030, "gb2312", "gb_2312-80", "gb_2312", "gb2312-80", "gb2312-1980", "csgb2312", "csiso58gb231280");
        name(GB18030, "gbk", "x-gbk", "cp936", "ms936", "windows-936", "x-mswin-936", "x-cp936", "936", "csgbk");
        name(GB18030, "euc-cn", "euccn", "x-euc-cn", "gb18030", "gb18030-2000", "gb18030-2005", "gb18030-2022");
        name(GB18030, "iso-ir-58", "chinese", "gb", "gb13000", "zh_cn.gbk", "zh-cn", "chinese_gb2312");
        name(HZ, "hz", "hz-gb-2312", "hz-gb2312", "x-hz");
        name("ISO-2022-CN", "iso-2022-cn", "iso2022cn", "iso-2022-cn-ext");
        name("x-windows-950", "big5", "big-5", "cn-big5", "x-x-big5", "csbig5", "cp950", "ms950", "950", "x-big5");
        name("Big5-HKSCS", "big5-hkscs", "big5hkscs", "big5_hkscs");
        name("windows-31j", "shift_jis", "shift-jis", "sjis", "x-sjis", "ms932", "cp932", "ms_kanji", "windows-31j");
        name(
                "x-windows-iso2022jp",
                "iso-2022-jp",
                "iso-2022-jp-1",
                "iso-2022-jp-ms",
                "csiso2022jp",
                "_iso-2022-jp$esc");
        name("x-windows-949", "ks_c_5601-1987", "ks_c_5601", "ksc5601", "euc-kr", "euckr", "cp949", "ms949", "korean");
        name(UTF_7, "utf-7", "utf7", "unicode-1-1-utf-7", "x-utf-7");
        // Eight-bit text under this label uses the positions that Windows fills in.
        name(WESTERN, "iso-8859-1", "iso8859-1", "iso_8859-1", "iso8859_1", "latin1", "latin-1", "l1", "windows-1252");
        name(
                WESTERN,
                "cp1252",
                "x-ansi",
                "ansi",
                "iso-8859-1-windows-3.1-latin-1",
                "windows-1252http-equivcontent-type");
        name("iso-8859-8", "iso-8859-8-i", "iso-8859-8-e");
        name("x-windows-874", "tis-620", "windows-874", "iso-8859-11");
    }

    private static void name(String charset, String... labels) {
        for (var label : labels) {
            NAMES.put(label, charset);
        }
    }

    private CharsetNames() {}

    /** The charset that a label stands for, or {@link #NONE} if it says nothing that can be used. */
    static String of(@Nullable String label) {
        if (label == null) {
            return NONE;
        }
        var clean = label.replaceAll("[\"'\\s<>]", "").toLowerCase(Locale.ROOT);
        if (clean.length() > LONGEST_LABEL) {
            clean = clean.substring(0, LONGEST_LABEL);
        }
        var known = NAMES.get(clean);
        if (known != null) {
            return known;
        }
        var java = javaName(clean);
        return java.equals(NONE) ? mangled(clean) : java;
    }

    private static String javaName(String label) {
        try {
            return Charset.forName(label).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return NONE;
        }
    }

    /** Labels are met with the next attribute stuck to them, such as "gb2312http-equiv". */
    private static String mangled(String label) {
        for (var known : List.of("utf-8", "gb18030", "gb2312", "gbk", "big5", "iso-8859-15", "iso-8859-1")) {
            if (label.startsWith(known)) {
                return of(known);
            }
        }
        return NONE;
    }
}
