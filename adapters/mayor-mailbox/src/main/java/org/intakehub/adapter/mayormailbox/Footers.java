package org.intakehub.adapter.mayormailbox;

import java.util.List;
import java.util.regex.Pattern;

/** Recognises what programs and companies put under a mail: signatures, advertisements of the program, confidentiality notices. */
final class Footers {
    private static final int LONGEST_SIGNATURE = 12;
    private static final int LONGEST_SIGNATURE_TEXT = 600;
    private static final int LONGEST_NOTICE = 15;

    private static final Pattern DELIMITER = Pattern.compile("^(?:--|—)$");
    private static final String PROGRAM =
            "iphone|ipad|手机|手機|邮箱|邮件|郵件|客户端|大师|华为|huawei|荣耀|honor|小米|xiaomi|redmi|oppo|vivo|三星|samsung"
                    + "|魅族|outlook|mail|android|安卓|foxmail|thunderbird|hotmail|windows|mac|galaxy|yahoo|钉钉|企业微信|device|phone";
    private static final Pattern ADVERTISEMENT = Pattern.compile(
            "^(?:(?:发自|發自|发送自|来自|來自|從我的|从我的|由我的|傳送自|寄自|使用|获取|取得|下载|签名由|sent (?:from|with|via|by|using)|get|"
                    + "envoyé|gesendet|von meinem)(?=.*(?:" + PROGRAM + "))[^。！？；，,]{0,80}|发自我的[^。！？；，,]{0,20})$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTICE_OPENING = Pattern.compile(
            "^[\\[【(（*\\s]*(?:本邮件|此邮件|该邮件|本电子邮件|此电子邮件|这封邮件|本信息|本郵件|此郵件|免责声明|保密声明|保密提示|保密通知|声明[:：]|"
                    + "this (?:e-?mail|message|communication)|the information|confidential|disclaimer|notice)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET =
            Pattern.compile("保密|机密|機密|特权|confidential|privileged", Pattern.CASE_INSENSITIVE);
    private static final Pattern MISSENT = Pattern.compile(
            "收件人|收件者|误收|错收|误发|误传|删除|刪除|recipient|in error|unauthori[sz]ed|delete", Pattern.CASE_INSENSITIVE);

    private Footers() {}

    /** Where, among a mail's own lines, what nobody wrote for this mail begins; the size if there is nothing of it. */
    static int start(List<String> lines) {
        var end = withoutBlanks(lines, lines.size());
        for (var changed = true; changed; ) {
            var cut = one(lines, end);
            changed = cut < end;
            end = changed ? withoutBlanks(lines, cut) : end;
        }
        return end;
    }

    private static int one(List<String> lines, int end) {
        var characters = 0;
        for (var i = end - 1; i >= 0 && i >= end - LONGEST_NOTICE; i--) {
            var line = Marks.of(lines.get(i));
            characters += lines.get(i).length();
            if (isNotice(lines, i, end)) {
                return i;
            }
            var near = end - i <= LONGEST_SIGNATURE && characters <= LONGEST_SIGNATURE_TEXT;
            if (near && DELIMITER.matcher(line).matches()) {
                return i;
            }
            if (near && end - i <= 3 && isAdvertisement(line)) {
                return signatureTable(lines, i);
            }
            if (near && line.equals("| |") && isBar(lines.get(end - 1))) {
                return i;
            }
        }
        return end;
    }

    static boolean isAdvertisement(String line) {
        return line.length() <= 160
                && ADVERTISEMENT
                        .matcher(line.replaceAll("[-–—_]{3,}$", "")
                                .replaceAll("<[^>]*>$", "")
                                .strip())
                        .matches();
    }

    private static boolean isNotice(List<String> lines, int start, int end) {
        var first = lines.get(start).strip();
        if (!NOTICE_OPENING
                .matcher(first.substring(0, Math.min(first.length(), 60)))
                .find()) {
            return false;
        }
        var all = String.join(" ", lines.subList(start, end));
        var some = all.substring(0, Math.min(all.length(), 2000));
        // One word alone may be a citizen's wish for secrecy; a notice speaks of letters gone astray, too.
        return SECRET.matcher(some).find() && MISSENT.matcher(some).find();
    }

    /** The name and address that a phone program sets between bars above its advertisement. */
    private static int signatureTable(List<String> lines, int advertisement) {
        for (var i = advertisement - 1; i >= 0 && i >= advertisement - LONGEST_SIGNATURE; i--) {
            if (isBar(lines.get(i))) {
                var top = i;
                while (top > 0
                        && top > advertisement - LONGEST_SIGNATURE
                        && !Marks.of(lines.get(top)).equals("| |")) {
                    top--;
                }
                return Marks.of(lines.get(top)).equals("| |") ? top : i;
            }
        }
        return advertisement;
    }

    private static boolean isBar(String line) {
        var mark = Marks.of(line);
        return mark.equals("|") || mark.equals("| |") || mark.equals("||");
    }

    private static int withoutBlanks(List<String> lines, int end) {
        var i = end;
        while (i > 0 && Marks.of(lines.get(i - 1)).isEmpty() && lines.get(i - 1).length() < 400) {
            i--;
        }
        return i;
    }
}
