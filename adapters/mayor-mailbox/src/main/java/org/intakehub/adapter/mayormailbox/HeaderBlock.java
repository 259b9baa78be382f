package org.intakehub.adapter.mayormailbox;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the header fields of an earlier mail that a program repeats above its text. */
final class HeaderBlock {
    private static final int LONGEST = 12;
    private static final Pattern LABEL = Pattern.compile("^>? ?([\\p{L} ]{1,16}?) ?(?:[:：\\t]|\\|)");
    private static final Pattern DATE_OR_ADDRESS =
            Pattern.compile("@|\\d{4} ?[年/.-]|\\d{1,2}:\\d{2}|\\b(?:19|20)\\d{2}\\b");

    private static final Pattern RULE = Pattern.compile(".*[-‐‑–—_=]{5,}.*");

    private enum Kind {
        FROM,
        DATE,
        TO,
        SUBJECT
    }

    private static final Map<Kind, Set<String>> LABELS = Map.of(
            Kind.FROM,
            Set.of("发件人", "发信人", "寄件者", "寄件人", "發件人", "发送人", "差出人", "from", "von", "de", "от", "sender", "da"),
            Kind.DATE,
            Set.of(
                    "发送时间",
                    "发送日期",
                    "发件时间",
                    "发信时间",
                    "日期",
                    "时间",
                    "傳送時間",
                    "寄件日期",
                    "發送時間",
                    "寄件時間",
                    "送信日時",
                    "sent",
                    "date",
                    "senttime",
                    "gesendet",
                    "datum",
                    "envoyé",
                    "enviado",
                    "дата"),
            Kind.TO,
            Set.of("收件人", "收信人", "收件者", "抄送", "抄送人", "副本", "宛先", "to", "cc", "an", "à", "para", "кому"),
            Kind.SUBJECT,
            Set.of("主题", "主旨", "標題", "标题", "主題", "邮件主题", "件名", "subject", "betreff", "objet", "asunto", "тема"));

    private HeaderBlock() {}

    /**
     * Whether such a block begins at the line: sender and two more fields, with a date or an address among them.
     *
     * @param announced whether a separator stands above it; two fields are enough then
     */
    static boolean at(List<String> lines, int start, boolean announced) {
        if (!mayBegin(lines.get(start), announced)) {
            return false;
        }
        var seen = EnumSet.noneOf(Kind.class);
        var proof = false;
        var others = 0;
        var isSpaced =
                start + 1 < lines.size() && Marks.of(lines.get(start + 1)).isEmpty();
        for (var i = start; i < lines.size() && i < start + LONGEST && others < 3; i++) {
            var mark = Marks.of(lines.get(i));
            var kind = kind(lines.get(i));
            if (kind.isPresent()) {
                if (kind.get() != Kind.TO && seen.contains(kind.get())) {
                    // The block proper begins further down; the line above was the sender's own.
                    break;
                }
                seen.add(kind.get());
                proof |= DATE_OR_ADDRESS.matcher(mark).find();
                others = 0;
            } else if ((!isSpaced && mark.isEmpty()) || RULE.matcher(mark).matches()) {
                break;
            } else {
                // A long list of recipients wraps, and masked lines lose their label.
                others++;
            }
        }
        return seen.contains(Kind.FROM) && seen.size() >= (announced ? 2 : 3) && proof;
    }

    /** Chinese programs name the sender first; some western ones the date. */
    private static boolean mayBegin(String line, boolean announced) {
        var kind = kind(line);
        return kind.isPresent()
                && (announced
                        || kind.get() == Kind.FROM
                        || (kind.get() == Kind.DATE && line.strip().charAt(0) < 0x80));
    }

    private static Optional<Kind> kind(String line) {
        var tabbed = line.length() > 400
                ? ""
                : line.replace("*", "").replace("&nbsp;", " ").strip();
        var matcher = LABEL.matcher(tabbed.replace('\u3000', ' ').replace('\u00a0', ' '));
        if (!matcher.find()) {
            return Optional.empty();
        }
        var label = matcher.group(1).replace(" ", "").toLowerCase(Locale.ROOT);
        return LABELS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(label))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
