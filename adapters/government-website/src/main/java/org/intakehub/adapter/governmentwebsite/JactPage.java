package org.intakehub.adapter.governmentwebsite;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intakehub.core.channel.PlainText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A letter's page of Hanweb JACT: a block for the letter, one for its answer, each with a table of labelled cells. Cells are found by the
 * text of their labels, never by their place.
 */
final class JactPage {
    private static final String BLOCK = "div.jact_main div.jact_box";
    private static final String FONT = "div.jact_box_font";
    private static final List<String> TITLES = List.of("标题", "主题", "信件标题", "来信标题");
    private static final List<String> TEXTS = List.of("内容", "信件内容", "来信内容", "诉求内容");
    private static final List<String> ANSWERS = List.of("答复内容", "回复内容", "办理结果", "办理情况");
    private static final List<String> ANSWERED = List.of("答复时间", "回复时间", "办结时间", "答复日期");
    private static final List<String> UNITS = List.of("答复单位", "回复单位", "答复部门", "回复部门", "办理单位");
    private static final String TIME = "时间";
    private static final String WRITTEN = "提交时间";
    private static final String TO = "提交对象";
    private static final List<String> NAMES = List.of("姓名", "来信人", "写信人");
    private static final Set<String> LABELS = Stream.of(
                    TITLES,
                    TEXTS,
                    ANSWERS,
                    ANSWERED,
                    UNITS,
                    NAMES,
                    List.of("办件编号", "查询码", TO, "办件状态", "关键字", TIME, WRITTEN))
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final List<Map<String, String>> blocks;
    private final List<String> fonts;

    private JactPage(List<Map<String, String>> blocks, List<String> fonts) {
        this.blocks = blocks;
        this.fonts = fonts;
    }

    static JactPage of(String html) {
        var page = Jsoup.parse(html);
        var blocks = new ArrayList<Map<String, String>>();
        var fonts = new ArrayList<String>();
        page.select(BLOCK).forEach(block -> {
            blocks.add(cells(block));
            var font = block.selectFirst(FONT);
            fonts.add(font == null ? "" : words(font));
        });
        return new JactPage(blocks, fonts);
    }

    boolean isLetter() {
        return blocks.stream().anyMatch(cells -> cells.containsKey("办件编号") || cells.containsKey(TO))
                || fonts.stream().anyMatch(font -> !font.isEmpty());
    }

    private static Map<String, String> cells(Element block) {
        var cells = new LinkedHashMap<String, String>();
        for (var label : block.select("th, td, dt, span, label, strong")) {
            var text = PlainText.line(label.ownText());
            var next = label.nextElementSibling();
            if (next != null && isLabel(text, label)) {
                cells.putIfAbsent(bare(text), PlainText.of(next));
            } else if (text.matches("\\p{IsHan}{2,8}\\s*[:：].+")) {
                cells.putIfAbsent(bare(text.replaceFirst("[:：].*", "")), text.replaceFirst("^[^:：]*[:：]\\s*", ""));
            }
        }
        return cells;
    }

    /** A value's cell has neighbours too, but no colon, and no header's name or words. */
    private static boolean isLabel(String text, Element cell) {
        return text.matches("\\p{IsHan}{2,8}\\s*[:：]")
                || LABELS.contains(bare(text))
                || cell.normalName().equals("th")
                || cell.normalName().equals("dt");
    }

    private static String bare(String label) {
        return label.replaceAll("[\\s:：]", "");
    }

    /** What a block says besides its labelled cells. */
    private static String words(Element font) {
        var copy = font.clone();
        for (var label : copy.select("th, td, dt, span, label, strong")) {
            var next = label.nextElementSibling();
            if (next != null && isLabel(PlainText.line(label.ownText()), label)) {
                next.remove();
                label.remove();
            }
        }
        return PlainText.of(copy);
    }

    Letter letter(String id, String listTitle, Optional<URI> url) {
        var first = blocks.isEmpty() ? Map.<String, String>of() : blocks.get(0);
        var text = value(TEXTS)
                .or(() -> fonts.stream().filter(font -> !font.isEmpty()).findFirst())
                .orElse("");
        return new Letter(
                id,
                value(TITLES).orElse(listTitle),
                text,
                Stream.of(WRITTEN, TIME)
                        .flatMap(name -> Stream.ofNullable(first.get(name)))
                        .findFirst(),
                value(NAMES),
                value(List.of(TO)),
                Optional.empty(),
                url,
                replies(text),
                others(),
                List.of());
    }

    private List<Letter.Reply> replies(String text) {
        var answer = value(ANSWERS)
                .or(() -> fonts.stream()
                        .skip(1)
                        .filter(font -> !font.isEmpty() && !font.equals(text))
                        .findFirst());
        return answer.map(said -> new Letter.Reply(said, value(ANSWERED).or(this::laterTime), value(UNITS))).stream()
                .toList();
    }

    private Optional<String> laterTime() {
        return blocks.stream()
                .skip(1)
                .flatMap(cells -> Stream.ofNullable(cells.get(TIME)))
                .findFirst();
    }

    private Map<String, String> others() {
        var others = new LinkedHashMap<String, String>();
        var taken =
                Stream.of(TITLES, TEXTS, ANSWERS, NAMES).flatMap(List::stream).toList();
        blocks.forEach(cells -> cells.forEach((label, value) -> {
            if (!taken.contains(label) && !value.isEmpty()) {
                others.putIfAbsent(label, PlainText.line(value));
            }
        }));
        return others;
    }

    private Optional<String> value(List<String> labels) {
        return labels.stream()
                .flatMap(label -> blocks.stream().flatMap(cells -> Stream.ofNullable(cells.get(label))))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
