package org.intakehub.adapter.peopledaily;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlainText;
import org.intakehub.core.channel.Threading;
import tools.jackson.databind.JsonNode;

/** What the board says about a thread after its first day: official answers, further entries, the citizen's rating. */
final class ThreadNotices {
    private static final Map<String, String> GRADES = grades();

    private final String tid;
    private final JsonNode envelope;
    private final Optional<ThreadPage> page;

    ThreadNotices(String tid, JsonNode envelope, Optional<ThreadPage> page) {
        this.tid = tid;
        this.envelope = envelope;
        this.page = page;
    }

    private static Map<String, String> grades() {
        var grades = new LinkedHashMap<String, String>();
        grades.put("grade", "总体");
        grades.put("gradeLevel", "解决程度");
        grades.put("gradeManner", "办理态度");
        grades.put("gradeSpeed", "办理速度");
        return grades;
    }

    /** Oldest first; each key but once. */
    List<IntakeMessage> all() {
        var list = ContentList.of(envelope);
        var found = new LinkedHashMap<MessageKey, IntakeMessage>();
        Stream.of(list.others().stream().map(this::entry), answers(list), rating().stream())
                .flatMap(notices -> notices)
                .flatMap(Stream::ofNullable)
                .forEach(notice -> found.putIfAbsent(notice.key(), notice));
        return List.copyOf(found.values());
    }

    /** The thread's whole text, where only its beginning was known. */
    IntakeMessage wholeText(String text) {
        return notice("text", text, "留言全文").text(text).build();
    }

    private Stream<IntakeMessage> answers(ContentList list) {
        var row = envelope.path("row");
        if (!list.answers().isEmpty()) {
            return list.answers().stream()
                    .flatMap(entry -> answer(new Fields(entry), "content", "organization", "dateline"));
        } else if (!row.path("answerContent").asString("").isBlank()) {
            return answer(new Fields(row), "answerContent", "answerOrganization", "answerDateline");
        }
        return page.stream()
                .flatMap(thread -> thread.answers().stream())
                .map(text -> notice("answer", text, "官方答复").text(text).build());
    }

    private Stream<IntakeMessage> answer(Fields fields, String content, String organization, String time) {
        return fields.text(content).stream().map(text -> {
            var who = fields.line(organization);
            var notice = notice("answer", text, who.map(name -> "官方答复：" + name).orElse("官方答复"))
                    .text(text);
            who.ifPresent(name -> notice.extra("answerOrganization", name));
            fields.text(time).ifPresent(written -> at(written, notice));
            Stream.of("stateInfo", "answerId", "tags")
                    .forEach(name -> fields.line(name).ifPresent(value -> notice.extra(name, value)));
            return notice.build();
        });
    }

    private IntakeMessage entry(JsonNode entry) {
        var fields = new Fields(entry);
        var type = PlainText.line(ContentList.type(entry));
        var text = fields.text("content").orElse("");
        var notice = notice("entry-" + type, text, type.equals("1") ? "网友追问" : "留言板新记录")
                .text(text);
        fields.all().forEach((name, value) -> {
            if (!name.equals("content")) {
                notice.extra(name, value);
            }
        });
        if (!type.equals("1")) {
            notice.note("type of the entry not known");
        }
        fields.text("dateline").ifPresent(written -> at(written, notice));
        return notice.extra("notice", "entry").build();
    }

    private Optional<IntakeMessage> rating() {
        var fields = new Fields(
                envelope.path("row"),
                envelope.path("content"),
                ContentList.of(envelope).question());
        var given = new ArrayList<String>();
        var notes = new ArrayList<String>();
        GRADES.keySet()
                .forEach(name -> fields.line(name)
                        .filter(grade -> !grade.equals("0"))
                        .ifPresent(grade -> {
                            given.add(name + "=" + grade);
                            if (!grade.matches("[1-5]")) {
                                notes.add(name + " is not a grade from 1 to 5");
                            }
                        }));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var text = given.stream()
                .map(grade -> GRADES.get(grade.substring(0, grade.indexOf('='))) + " "
                        + grade.substring(grade.indexOf('=') + 1))
                .collect(Collectors.joining("，"));
        var notice = notice("rating", String.join(" ", given), "网友评价").text(text);
        given.forEach(
                grade -> notice.extra(grade.substring(0, grade.indexOf('=')), grade.substring(grade.indexOf('=') + 1)));
        notes.forEach(notice::note);
        return Optional.of(notice.build());
    }

    private static void at(String written, IntakeMessage.Builder notice) {
        BoardTime.read(written).ifPresentOrElse(notice::occurredAt, () -> notice.note("time not readable"));
    }

    /** The key follows from what is said, so an answer read in two places is one, and a changed one is new. */
    private IntakeMessage.Builder notice(String kind, String content, String title) {
        var said = Payload.of(content.replaceAll("\\s+", ""), StandardCharsets.UTF_8)
                .sha256()
                .substring(0, 16);
        return IntakeMessage.of(MessageKey.of(tid, kind, said))
                .notice()
                .threading(Threading.continuing(tid))
                .title(title)
                .extra("notice", kind)
                .extra("tid", tid);
    }
}
