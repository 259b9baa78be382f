package org.intakehub.adapter.peopledaily;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlainText;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Threading;

/**
 * Reads the list of the board's back office: phones and deadlines by thread. A row that tells the matter too is also given as the thread
 * itself, which opens a case only if the thread is not known yet, for both have the same key.
 */
final class BackOfficeList {
    private final Columns columns;
    private final PeopleDailySettings settings;

    BackOfficeList(Columns columns, PeopleDailySettings settings) {
        this.columns = columns;
        this.settings = settings;
    }

    /** @throws MalformedMessage if the file is no list, or no column names the threads */
    List<IntakeMessage> read(RawMessage raw) {
        var table = Tables.read(raw);
        var meanings = columns.of(table.headers());
        if (!meanings.containsValue(Columns.TID)) {
            throw new MalformedMessage("no column of the list holds the numbers of threads");
        }
        var messages = new LinkedHashMap<MessageKey, IntakeMessage>();
        for (var cells : table.rows()) {
            messages(table.headers(), meanings, cells).forEach(message -> messages.putIfAbsent(message.key(), message));
        }
        if (messages.isEmpty()) {
            throw new MalformedMessage("the list has no row below its headers");
        }
        return List.copyOf(messages.values());
    }

    private List<IntakeMessage> messages(List<String> headers, Map<Integer, String> meanings, List<String> cells) {
        var known = new LinkedHashMap<String, String>();
        var others = new LinkedHashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            var cell = PlainText.ofHtml(cells.get(i));
            var meaning = meanings.get(i);
            if (!cell.isEmpty() && meaning != null) {
                known.put(meaning, cell);
            } else if (!cell.isEmpty()) {
                others.put(PlainText.line(headers.get(i)), PlainText.line(cell));
            }
        }
        if (known.isEmpty() && others.isEmpty()) {
            return List.of();
        }
        // spreadsheets write long numbers as 14592777.0
        var tid = known.getOrDefault(Columns.TID, "").replaceFirst("\\.0+$", "");
        if (!tid.matches("[0-9]{1,18}")) {
            throw new MalformedMessage("a row of the list does not name the number of its thread");
        }
        var messages = new ArrayList<IntakeMessage>();
        if (known.containsKey(Columns.TITLE) && known.containsKey(Columns.TEXT)) {
            messages.add(fill(IntakeMessage.of(MessageKey.of(tid)).externalId(tid), tid, known, others)
                    .title(PlainText.line(known.getOrDefault(Columns.TITLE, "")))
                    .text(known.getOrDefault(Columns.TEXT, ""))
                    .build());
        }
        messages.add(notice(tid, known, others));
        return messages;
    }

    private IntakeMessage notice(String tid, Map<String, String> known, Map<String, String> others) {
        var content = Payload.of(known + "|" + others, StandardCharsets.UTF_8).sha256();
        var notice = IntakeMessage.of(MessageKey.of(tid, "list", content.substring(0, 16)))
                .notice()
                .threading(Threading.continuing(tid));
        return fill(notice, tid, known, others)
                .title("后台清单：联系方式与办理期限")
                .text(Stream.of(
                                Optional.ofNullable(known.get(Columns.DEADLINE)).map(deadline -> "办理期限：" + deadline),
                                Optional.ofNullable(known.get(Columns.PHONE)).map(phone -> "已提供联系电话"))
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one + "\n" + other)
                        .orElse("清单未提供联系电话和办理期限"))
                .extra("notice", "list")
                .build();
    }

    private IntakeMessage.Builder fill(
            IntakeMessage.Builder message, String tid, Map<String, String> known, Map<String, String> others) {
        message.externalUrl(settings.page(tid)).citizen(citizen(tid, known)).extra("tid", tid);
        others.forEach(message::extra);
        others.keySet().forEach(header -> message.note("column not known: " + header));
        Optional.ofNullable(known.get(Columns.SUBMITTED))
                .ifPresent(time -> BoardTime.read(time)
                        .ifPresentOrElse(message::occurredAt, () -> message.note("time not readable")));
        Optional.ofNullable(known.get(Columns.DEADLINE)).ifPresent(time -> {
            message.extra(
                    Columns.DEADLINE, BoardTime.read(time).map(Object::toString).orElseGet(() -> PlainText.line(time)));
            if (BoardTime.read(time).isEmpty()) {
                message.note("deadline not readable");
            }
        });
        return message;
    }

    private static Citizen citizen(String tid, Map<String, String> known) {
        var phones = Stream.of(known.getOrDefault(Columns.PHONE, "").split("[,，;；/、\\s]+", -1))
                .map(phone -> phone.replaceFirst("\\.0+$", ""))
                .filter(phone -> !phone.isEmpty())
                .toList();
        return new Citizen(
                Optional.ofNullable(known.get(Columns.NAME)).map(PlainText::line),
                Optional.empty(),
                phones,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citizen.Kind.PERSON,
                false,
                Optional.of("thread-" + tid));
    }
}
