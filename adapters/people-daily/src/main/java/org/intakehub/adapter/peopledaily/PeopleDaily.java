package org.intakehub.adapter.peopledaily;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.FileAdapter;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The board 人民网领导留言板: threads are polled, the back office's list is brought as a file, answers are posted by hand. */
final class PeopleDaily implements PollingAdapter, ReplyingAdapter, FileAdapter {
    static final ChannelId CHANNEL = new ChannelId("people-daily");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final PeopleDailySettings settings;
    private final ThreadReader reader;
    private final Round round;
    private final BackOfficeList list;

    PeopleDaily(SourceId source, PeopleDailySettings settings) {
        this.settings = settings;
        reader = new ThreadReader(settings);
        round = new Round(settings, board(settings), new Envelopes(source, reader));
        list = new BackOfficeList(new Columns(settings.columns()), settings);
    }

    private static Board board(PeopleDailySettings settings) {
        return switch (settings.mode()) {
            case SIGNED -> new SignedBoard(settings);
            case FORM -> new FormBoard(settings);
            case PAGES -> new PageBoard(settings);
        };
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Duration pace() {
        return settings.pace();
    }

    /** Its lists begin with the newest and know no dates: from the start, as far back as the settings say. */
    @Override
    public Optional<Cursor> listedSince(Instant moment) {
        return Optional.of(Cursor.START);
    }

    @Override
    public Step start(Cursor from) {
        return round.start(from);
    }

    @Override
    public Step next(Answer answer) {
        return round.next(answer);
    }

    @Override
    public Set<String> endings() {
        return Set.of("csv", "xlsx");
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return raw.header(FILE_NAME).isPresent() ? list.read(raw) : reader.read(envelope(raw));
    }

    private static JsonNode envelope(RawMessage raw) {
        try {
            var node = STRICT.readTree(raw.body().bytes());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // its message quotes the bytes
            throw new MalformedMessage("the envelope is no JSON");
        }
        throw new MalformedMessage("the envelope is no JSON object");
    }

    @Override
    public boolean acknowledges() {
        return false;
    }

    /** The board lets nobody but people answer: the text is handed to one, with the page to post it on. */
    @Override
    public Outgoing compose(Reply reply) {
        var where = reply.externalId().filter(tid -> tid.matches("[0-9]{1,18}")).map(settings::page);
        return new Outgoing.ByHand(
                where.or(() -> Optional.of(settings.url())),
                "请登录人民网领导留言板后台，将以下答复发布到该留言。发布后系统会自动核对，无需另行登记。",
                reply.text());
    }

    /** Never called: the board shows a posted answer when its thread is looked at again. */
    @Override
    public String confirm(Answer answer) {
        throw new UnsupportedOperationException("answers are posted by hand");
    }
}
