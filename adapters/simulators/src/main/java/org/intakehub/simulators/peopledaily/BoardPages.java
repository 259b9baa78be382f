package org.intakehub.simulators.peopledaily;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes threads as the board's pages do. */
final class BoardPages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private BoardPages() {}

    static String forum(List<BoardThread> threads) {
        return threads.stream()
                .map(thread -> "<li><a href=\"/threads/content?tid=" + thread.tid() + "\">"
                        + escaped(thread.matter().title()) + "</a></li>")
                .collect(Collectors.joining("", "<html><body><ul>", "</ul></body></html>"));
    }

    static String thread(BoardThread thread) {
        var answers = thread.answers().stream()
                .map(answer -> "<div class=\"official\">" + escaped(answer.text()) + "</div>")
                .collect(Collectors.joining());
        return "<html><body><span id=\"currentForum\">示例市市长</span><h2><span class=\"context-title-text\">"
                + escaped(thread.matter().title()) + "</span></h2><h3 class=\"grey2\"><span>" + thread.maskedName()
                + "</span><span>" + TIME.format(thread.at()) + "</span></h3><p class=\"content\">"
                + escaped(thread.matter().text()) + "</p>" + answers + "</body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
