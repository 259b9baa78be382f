package org.intakehub.adapter.urbanmanagement;

import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.exchange.wire.ActionNames;
import org.intakehub.exchange.wire.Fields;
import org.intakehub.exchange.wire.Notice;
import org.intakehub.exchange.wire.RawNotices;
import org.intakehub.exchange.wire.Rulings;

/** Makes messages of what the platform pushed or handed out: a report is a matter, anything else is a word on an earlier one. */
final class CaseMessages {
    private static final String REPORT = "REPORT";

    private final ActionNames names;
    private final Reports reports;
    private final Reports forms;
    private final Rulings rulings = new Rulings(Feedback.ZONE);

    CaseMessages(UrbanManagementSettings settings, ActionNames names) {
        this.names = names;
        var codes = new Codes(settings.recordTypes(), settings.codeVersion());
        reports = new Reports(codes, new Places(settings.referenceSystem()));
        forms = new Reports(codes, new Places(settings.formReferenceSystem()));
    }

    IntakeMessage read(RawMessage raw) {
        if (OldForm.isForm(raw)) {
            var data = OldForm.read(raw);
            return forms.read(data, "form-" + raw.body().sha256());
        }
        var notice = raw.header(RawNotices.NOTICE_NAME)
                .map(name -> Notice.pulled(name, raw.body(), names))
                .orElseGet(() -> Notice.pushed(raw.body(), names));
        if (notice.action().equals(REPORT)) {
            return reports.read(notice.data(), "");
        }
        return Rulings.knows(notice.action()) ? ruling(notice) : unknown(notice, raw);
    }

    private IntakeMessage ruling(Notice notice) {
        var fields = Fields.of(notice.data()).without("medias");
        var message = rulings.read(notice, fields);
        Pictures.add(notice.data().path("medias"), message);
        fields.rest(message::extra);
        return message.build();
    }

    /** Kept for whoever configures the site's names, and read again then. */
    private static IntakeMessage unknown(Notice notice, RawMessage raw) {
        if (!notice.action().matches("[A-Za-z0-9_.-]{1,60}")) {
            throw new MalformedMessage("the action's name is not one");
        }
        return IntakeMessage.of(MessageKey.of(notice.action(), raw.body().sha256()))
                .title(notice.action())
                .automatic("action not known to this source: " + notice.action())
                .build();
    }
}
