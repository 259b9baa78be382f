package org.intakehub.adapter.mayormailbox;

/**
 * How the bytes beyond ASCII would divide into the characters of GB18030; tells undeclared Chinese from other scripts.
 *
 * @param common pairs that are level 1 characters of GB 2312, or its punctuation
 * @param other further pairs of two high bytes, and groups of four
 * @param weak pairs whose second byte is ASCII: rare characters in Chinese, but an accented letter before a plain one in the west
 * @param bad bytes that fit nowhere, and pairs of the user-defined area
 */
record GbShape(int common, int other, int weak, int bad) {
    private static final int SHORT = 8;

    static GbShape of(byte[] bytes) {
        int common = 0;
        int other = 0;
        int weak = 0;
        int bad = 0;
        for (var i = 0; i < bytes.length; i++) {
            var lead = bytes[i] & 0xff;
            if (lead < 0x80) {
                continue;
            }
            var trail = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
            if (lead > 0x80 && lead < 0xff && trail >= '0' && trail <= '9' && isSecondHalf(bytes, i + 2)) {
                other++;
                i += 3;
            } else if (lead == 0x80 || lead == 0xff || trail < 0x40 || trail == 0x7f || trail == 0xff) {
                bad++;
            } else {
                i++;
                if (trail < 0x80) {
                    weak++;
                } else if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) {
                    common++;
                } else if (trail >= 0xa1 && (lead >= 0xf8 || (lead >= 0xaa && lead <= 0xaf))) {
                    bad++;
                } else {
                    other++;
                }
            }
        }
        return new GbShape(common, other, weak, bad);
    }

    private static boolean isSecondHalf(byte[] bytes, int at) {
        return at + 1 < bytes.length && bytes[at] < 0 && bytes[at + 1] >= '0' && bytes[at + 1] <= '9';
    }

    /** Whether nearly everything is everyday Chinese, whatever else the bytes could be read as. */
    boolean isPlainly() {
        var all = common + other + weak + bad;
        return bad == 0 && common > 0 && common >= 0.85 * all;
    }

    /** @param labelled whether the mail claims a western charset, against which the bytes have to speak louder */
    boolean isChinese(boolean labelled) {
        var all = common + other + weak + bad;
        if (all == 0) {
            return false;
        }
        var score = (common + 0.6 * other + 0.2 * weak) / all;
        if (all >= SHORT) {
            return score >= 0.6 && common >= 0.4 * all && bad <= 0.02 * all;
        }
        // A name or a short subject: one rare character must not spoil it.
        return bad == 0 && score >= 0.4 && (common > 0 || (!labelled && all > 1 && weak == 0));
    }
}
