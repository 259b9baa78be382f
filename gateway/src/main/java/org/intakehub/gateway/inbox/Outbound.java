package org.intakehub.gateway.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.Mask;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.answer.AnswerDesk;
import org.intakehub.gateway.answer.Templates;
import org.intakehub.gateway.desk.Revelations;
import org.intakehub.gateway.reply.CaseAnswers;
import org.intakehub.gateway.reply.CaseAnswers.Given;
import org.intakehub.gateway.reply.CaseAnswers.Preview;
import org.intakehub.gateway.reply.Proofs;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers of a case and their proofs for those who may see its citizen; who may not is told that there is no such case. */
@Component
class Outbound {
    private final CaseSheets sheets;
    private final CaseAnswers answers;
    private final AnswerDesk desk;
    private final Proofs proofs;
    private final Revelations revelations;

    Outbound(CaseSheets sheets, CaseAnswers answers, AnswerDesk desk, Proofs proofs, Revelations revelations) {
        this.sheets = sheets;
        this.answers = answers;
        this.desk = desk;
        this.proofs = proofs;
        this.revelations = revelations;
    }

    /**
     * A piece of proof as people read it.
     *
     * @param kind LEFT or ANSWERED
     * @param text as far as it is text, up to 128 KiB
     */
    record Shown(long id, String kind, Instant at, @Nullable Integer status, String sha256, int size, String text) {
        @Override
        public String toString() {
            return "Shown[" + id + ", " + kind + "]";
        }
    }

    List<Preview> preview(Account account, UUID caseId, String text) {
        check(account, caseId);
        var previews = answers.preview(caseId, checked(text));
        return revelations.isOpen(caseId, account.username())
                ? previews
                : previews.stream().map(Outbound::masked).toList();
    }

    private static Preview masked(Preview one) {
        return new Preview(
                one.channel(),
                one.source(),
                Mask.text(one.recipient()),
                one.how(),
                one.text(),
                one.characters(),
                one.isCut());
    }

    Given give(Account account, UUID caseId, UUID answerId, int revision, String text) {
        check(account, caseId);
        var actor = new Actor(account.username(), account.displayName());
        return desk.give(caseId, answerId, revision, finished(text), actor);
    }

    List<Shown> proof(Account account, UUID caseId, UUID replyId) {
        return shown(pieces(account, caseId, replyId));
    }

    static List<Shown> shown(List<Proofs.Piece> pieces) {
        return pieces.stream()
                .map(piece -> new Shown(
                        piece.id(),
                        piece.kind(),
                        piece.at(),
                        piece.status(),
                        piece.sha256(),
                        piece.bytes().size(),
                        ShownBytes.asText(piece.bytes().bytes())))
                .toList();
    }

    byte[] bytes(Account account, UUID caseId, UUID replyId, long piece) {
        return pieces(account, caseId, replyId).stream()
                .filter(one -> one.id() == piece)
                .findFirst()
                .orElseThrow(CaseController::notFound)
                .bytes()
                .bytes();
    }

    private List<Proofs.Piece> pieces(Account account, UUID caseId, UUID replyId) {
        check(account, caseId);
        if (!revelations.isOpen(caseId, account.username())) {
            throw CaseController.stillMasked();
        }
        return proofs.ofReply(caseId, replyId);
    }

    /** Who may write to a citizen, or read what was written, is who may see him. */
    void check(Account account, UUID caseId) {
        var access = CaseAccess.of(account);
        if (!access.mayTriage()
                || sheets.confidentiality(access, caseId)
                        .filter(access::seesCitizen)
                        .isEmpty()) {
            throw CaseController.notFound();
        }
    }

    /** The text as it may be sent. */
    static String finished(String text) {
        if (Templates.hasGap(text)) {
            throw new BadParameter("a place of the template is not filled");
        }
        return checked(text);
    }

    static String checked(String text) {
        var stripped = text.strip().replace("\r\n", "\n");
        if (stripped.isEmpty() || stripped.length() > CaseAnswers.LONGEST) {
            throw new BadParameter("an answer has 1 to " + CaseAnswers.LONGEST + " characters");
        }
        return stripped;
    }
}
