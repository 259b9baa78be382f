package org.intakehub.simulators.website;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes letters as pages. */
final class SitePages {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DASHES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZONE);
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("uuuu年MM月dd日 HH:mm").withZone(ZONE);

    private SitePages() {}

    static String jactList(List<SiteLetter> letters) {
        return letters.stream()
                .map(letter -> "<tr><td><a href=\"mailpubdetail.do?transactId=" + letter.id() + "&amp;sysid=52\">"
                        + escaped(letter.matter().title()) + "</a></td><td>" + letter.state() + "</td></tr>")
                .collect(Collectors.joining("", "<html><body><table>", "</table></body></html>"));
    }

    static String jactLetter(SiteLetter letter) {
        var answer = letter.answer()
                .map(reply -> box(
                        row("答复单位", reply.unit(), "时间", dashes(reply.at())), "<p>" + escaped(reply.text()) + "</p>"))
                .orElse("");
        return "<html><body><div class=\"jact_main\">"
                + box(
                        row("办件编号", "HD" + letter.id(), "查询码", "0000000000")
                                + row("提交对象", "示例市人民政府", "办件状态", letter.state())
                                + row("关键字", "示例", "时间", dashes(letter.at())),
                        "<p>" + escaped(letter.matter().text()) + "</p>")
                + answer + "</div></body></html>";
    }

    private static String box(String rows, String text) {
        return "<div class=\"jact_box\"><div class=\"jact_box_font\"><table>" + rows + "</table>" + text
                + "</div></div>";
    }

    private static String row(String one, String value, String other, String second) {
        return "<tr><td>" + one + "：</td><td>" + escaped(value) + "</td><td>" + other + "：</td><td>" + escaped(second)
                + "</td></tr>";
    }

    static String cmsList(List<SiteLetter> letters) {
        return letters.stream()
                .map(letter -> "<li><a href=\"../letters/" + letter.id() + ".html\" title=\""
                        + escaped(letter.matter().title()) + "\">…</a><i>" + letter.state() + "</i></li>")
                .collect(Collectors.joining("", head() + "<ul class=\"letters\">", "</ul></body></html>"));
    }

    static String cmsLetter(SiteLetter letter) {
        var answer = letter.answer()
                .map(reply -> "<div class=\"unit\">" + escaped(reply.unit()) + "</div><div class=\"answered\">答复时间："
                        + WORDS.format(reply.at()) + "</div><div class=\"answer\">" + escaped(reply.text()) + "</div>")
                .orElse("");
        return head() + "<h1 class=\"t\">" + escaped(letter.matter().title()) + "</h1><div class=\"when\">来信时间："
                + WORDS.format(letter.at()) + "</div><div class=\"body\">"
                + escaped(letter.matter().text()) + "</div>" + answer
                + "</body></html>";
    }

    /** Only here does the page say what it is written in. */
    private static String head() {
        return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"></head><body>";
    }

    private static String dashes(Instant at) {
        return DASHES.format(at);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
