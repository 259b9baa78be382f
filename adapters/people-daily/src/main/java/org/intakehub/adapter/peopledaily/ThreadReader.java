package org.intakehub.adapter.peopledaily;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Citizen;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import tools.jackson.databind.JsonNode;

/** Reads an envelope: the citizen's thread, and what has been said about it since as notices. */
final class ThreadReader {
    private static final Set<String> TOLD = Set.of(
            "tid",
            "subject",
            "title",
            "content",
            "contentList",
            "nickName",
            "answerContent",
            "dateline",
            "createDateline");
    private static final Map<String, String> MEDIA =
            Map.of("1", "a picture", "2", "a video", "3", "pictures and a video");

    private final PeopleDailySettings settings;

    ThreadReader(PeopleDailySettings settings) {
        this.settings = settings;
    }

    /** @throws MalformedMessage if it is not said which thread it is */
    List<IntakeMessage> read(JsonNode envelope) {
        var tid = Rows.tid(envelope)
                .orElseThrow(() -> new MalformedMessage("the envelope does not name the number of a thread"))
                .toString();
        var page = Optional.of(envelope.path("page").asString(""))
                .filter(html -> !html.isEmpty())
                .map(html -> new ThreadPage(html, settings.selectors()));
        var notices = new ThreadNotices(tid, envelope, page);
        var messages = new ArrayList<IntakeMessage>();
        if (!envelope.path("again").asBoolean(false)) {
            messages.add(matter(tid, envelope, page));
        } else if (envelope.path("supplement").asBoolean(false)) {
            messages.add(notices.wholeText(text(envelope, page)));
        }
        messages.addAll(notices.all());
        return messages;
    }

    private IntakeMessage matter(String tid, JsonNode envelope, Optional<ThreadPage> page) {
        var row = envelope.path("row");
        var fields = new Fields(ContentList.of(envelope).question(), row, envelope.path("content"));
        var text = text(envelope, page);
        var message = IntakeMessage.of(MessageKey.of(tid))
                .externalId(tid)
                .externalUrl(settings.page(tid))
                .title(fields.line("subject", "title")
                        .or(() -> page.map(ThreadPage::title).filter(title -> !title.isEmpty()))
                        .orElseGet(() -> beginning(text)))
                .text(text)
                .citizen(citizen(tid, fields, page));
        fields.text("dateline", "createDateline", "threadsCheckTime")
                .or(() -> page.map(ThreadPage::time).filter(time -> !time.isEmpty()))
                .ifPresent(time -> BoardTime.read(time)
                        .ifPresentOrElse(message::occurredAt, () -> message.note("time not readable")));
        fields.all().forEach((name, value) -> {
            if (!TOLD.contains(name)) {
                message.extra(name, value);
            }
        });
        message.extra("fid", envelope.path("fid").asString(""));
        page.map(ThreadPage::forum)
                .filter(forum -> !forum.isEmpty())
                .ifPresent(forum -> message.extra("forumName", forum));
        codes(fields, message);
        if (envelope.path("refused").asBoolean(false)) {
            message.note("the board refused the thread itself: the text is the list's and may be cut short");
        }
        return message.build();
    }

    private static void codes(Fields fields, IntakeMessage.Builder message) {
        fields.line("domainId").ifPresent(code -> {
            if (fields.line("domainName").isEmpty()) {
                Domains.name(code)
                        .ifPresentOrElse(
                                name -> message.extra("domainName", name),
                                () -> message.note("code of the domain not known"));
            }
        });
        fields.line("publicAttachment")
                .filter(code -> !code.equals("0"))
                .ifPresent(code -> message.note(
                        MEDIA.containsKey(code)
                                ? "the thread's page shows " + MEDIA.get(code)
                                : "code of the attachments not known"));
    }

    private static String text(JsonNode envelope, Optional<ThreadPage> page) {
        return new Fields(ContentList.of(envelope).question())
                .text("content")
                .or(() -> page.map(ThreadPage::text).filter(text -> !text.isEmpty()))
                .or(() -> new Fields(envelope.path("row")).text("content"))
                .orElse("");
    }

    private static String beginning(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= 40 ? line : line.substring(0, line.offsetByCodePoints(0, 40));
    }

    /** The masked name is what the board shows. Whoever has no number on the board is nobody but the author of this thread. */
    private static Citizen citizen(String tid, Fields fields, Optional<ThreadPage> page) {
        var user = fields.line("userId").filter(id -> !id.equals("0"));
        return new Citizen(
                fields.line("nickName").or(() -> page.map(ThreadPage::author).filter(name -> !name.isEmpty())),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fields.line("userType").filter("1"::equals).isPresent() ? Citizen.Kind.COMPANY : Citizen.Kind.PERSON,
                false,
                Optional.of(user.map(id -> "user-" + id).orElse("thread-" + tid)));
    }
}
