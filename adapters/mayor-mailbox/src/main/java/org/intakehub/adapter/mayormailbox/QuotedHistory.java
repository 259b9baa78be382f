package org.intakehub.adapter.mayormailbox;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parts what a sender wrote from what their program repeated below or above it; every line ends up on one side or the other. */
final class QuotedHistory {
    private static final String DASHES = "[-‐‑–—_=*—]";
    private static final String ORIGINAL = "(?:原始|原)(?:邮件|郵件|信件|信息|訊息|消息|文)|邮件原[文件]|回复的?(?:原?邮件|邮件信息)|"
            + "Original(?: (?:Message|Mail|E-?mail))?|Ursprüngliche Nachricht|Message d'origine|Mensaje original";
    private static final Pattern SEPARATOR =
            Pattern.compile(DASHES + "{2,} ?(?:" + ORIGINAL + ") ?" + DASHES + "{2,}.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("(?:" + ORIGINAL + ") ?[:：]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile(DASHES + "{5,}");
    private static final Pattern QUOTED = Pattern.compile("^\\s{0,3}(?:>|&gt;).*", Pattern.DOTALL);
    private static final Pattern FORWARD =
            Pattern.compile("^\\s*(?:转发|轉發|轉寄|转寄|fw|fwd|wg|tr)\\s*[:：].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final List<String> lines = new ArrayList<>();
    private final BitSet folded = new BitSet();

    private QuotedHistory(List<Line> given) {
        for (var line : given) {
            var within = line.quoted() ? Optional.<int[]>empty() : Attribution.within(line.text());
            var cuts = within.orElseGet(() -> new int[] {0, line.text().length()});
            add(line.text().substring(0, cuts[0]), line.quoted(), cuts[0] > 0);
            add(line.text().substring(cuts[0], cuts[1]), line.quoted(), true);
            add(
                    line.text().substring(cuts[1]),
                    line.quoted(),
                    cuts[1] < line.text().length());
        }
    }

    private void add(String text, boolean quoted, boolean wanted) {
        if (wanted) {
            folded.set(lines.size(), quoted);
            lines.add(text);
        }
    }

    /** @param subject a forwarded mail's text is the matter itself and stays whole */
    static Split split(List<Line> given, String subject) {
        var history = new QuotedHistory(given);
        if (!FORWARD.matcher(subject).matches()) {
            history.fold();
        } else {
            history.folded.clear();
        }
        history.foldFooters();
        return history.result();
    }

    private void fold() {
        for (var i = 0; i < lines.size(); i++) {
            if (isQuotedRun(i)) {
                folded.set(i);
            }
            var mark = Marks.of(lines.get(i));
            var attribution = Attribution.endingAt(lines, i);
            if (attribution.isPresent()) {
                foldBack(attribution.get(), i + 1);
                var next = nextWithText(i + 1);
                if (next < lines.size() && !folded.get(next) && !isMarked(next)) {
                    folded.set(i, lines.size());
                    return;
                }
                folded.set(i, Math.min(next + 1, lines.size()));
            } else if (SEPARATOR.matcher(mark).matches() || beginsBlock(i, mark)) {
                foldBack(i, lines.size());
                return;
            }
        }
    }

    /** Several lines marked one after the other; a single one may be the sender's "greater than". */
    private boolean isQuotedRun(int i) {
        return isMarked(i) && (isMarked(i - 1) || isMarked(i + 1) || (i > 0 && folded.get(i - 1)));
    }

    private boolean isMarked(int i) {
        return i >= 0 && i < lines.size() && QUOTED.matcher(lines.get(i)).matches();
    }

    private boolean beginsBlock(int i, String mark) {
        if (BARE.matcher(mark).matches()) {
            var next = i + 1;
            while (next < lines.size() - 1 && Marks.of(lines.get(next)).isEmpty()) {
                next++;
            }
            return next < lines.size() && HeaderBlock.at(lines, next, true);
        }
        return HeaderBlock.at(lines, i, false);
    }

    /** The next line that is not blank; a quotation that is marked line by line shows where it ends by itself. */
    private int nextWithText(int from) {
        var i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    /** Folds a stretch together with the rules and blank lines right above it. */
    private void foldBack(int start, int end) {
        var from = start;
        while (from > 0 && isRule(lines.get(from - 1))) {
            from--;
        }
        folded.set(from, end);
    }

    private static boolean isRule(String line) {
        var mark = Marks.of(line);
        return line.length() < 400 && (mark.isEmpty() || RULE.matcher(mark).matches());
    }

    private void foldFooters() {
        var own = new ArrayList<Integer>();
        for (var i = 0; i < lines.size(); i++) {
            if (!folded.get(i)) {
                own.add(i);
            }
        }
        var start = Footers.start(own.stream().map(lines::get).toList());
        own.subList(start, own.size()).forEach(folded::set);
    }

    private Split result() {
        var text = new StringBuilder();
        var rest = new StringBuilder();
        for (var i = 0; i < lines.size(); i++) {
            (folded.get(i) ? rest : text).append(lines.get(i)).append('\n');
        }
        // Nothing of the sender's own is left: the quotation, or the forwarded text, is the message.
        return text.toString().isBlank()
                ? new Split(trim(String.join("\n", lines)), "")
                : new Split(trim(text.toString()), trim(rest.toString()));
    }

    /** Without blank lines above and below; the first line keeps its indent. */
    static String trim(String text) {
        var start = 0;
        for (var i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            start = text.charAt(i) == '\n' ? i + 1 : start;
        }
        return text.substring(start).stripTrailing().replace("\ufeff", "");
    }
}
