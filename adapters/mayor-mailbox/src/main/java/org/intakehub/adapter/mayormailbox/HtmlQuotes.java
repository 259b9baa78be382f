package org.intakehub.adapter.mayormailbox;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Knows the marks by which mail programs set quotations and signatures apart in HTML. */
final class HtmlQuotes {
    /** Gmail, Yahoo, Proton, Zoho, NetEase, Thunderbird, Outlook for the web and on phones, Coremail, Foxmail, Zimbra. */
    private static final Pattern QUOTE = Pattern.compile(
            "gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote|zmail_extra"
                    + "|mailmaster-quote|j-reply|moz-cite-prefix|ntes-pc\\w*-quote|isreplycontent|reply139content|mainreplycontent"
                    + "|outlookmessageheader|divrplyfwdmsg|zimbra-quote|mail-quote|cm_quote|x_gmail_quote|tutanota_quote"
                    + "|origcontent|original-mail|reply-quote|replyquote|includetail|xm_mail_oringinal|qm_reply|wq-reply");

    private static final Pattern SIGNATURE =
            Pattern.compile("gmail_signature|moz-signature|protonmail_signature|yahoo_signature"
                    + "|zm-_id_-sgn|signcontainer|spneditorsign|ntes-\\w*-?signature|mailmaster-sig|ms-outlook-mobile-signature|foxmail_sign"
                    + "|xm_signature|x_gmail_signature|coremail_sign|mail_signature|gmailsignature");

    /** From such an element on, everything is history, whatever it stands in. */
    private static final Pattern REST = Pattern.compile(
            "divrplyfwdmsg|appendonsend|replysplit|origbody|isreplycontent|mail-editor-reference-message-container");

    private static final Pattern BORDER = Pattern.compile("border-left(-\\w+)?\\s*:");
    private static final Pattern ORIGINAL = Pattern.compile("(原始邮件|原邮件|Original|回复的原邮件)");

    private HtmlQuotes() {}

    /** Whether the element holds nothing but a quotation or a signature. */
    static boolean isQuote(Element element) {
        var marks = marks(element);
        if (QUOTE.matcher(marks).find() || SIGNATURE.matcher(marks).find()) {
            return true;
        }
        return switch (element.normalName()) {
            case "blockquote" ->
                element.attr("type").equalsIgnoreCase("cite")
                        || BORDER.matcher(element.attr("style")).find();
            case "includetail", "sign" -> true;
            case "article" -> startsAsOriginal(element);
            default -> false;
        };
    }

    /** Whether the history begins here and goes on to the end of the mail. */
    static boolean beginsHistory(Element element) {
        var marks = marks(element);
        return !marks.isEmpty() && REST.matcher(marks).find();
    }

    private static boolean startsAsOriginal(Element article) {
        return article.nodeStream(TextNode.class)
                .filter(text -> !text.isBlank())
                .findFirst()
                .filter(text -> ORIGINAL.matcher(text.text().strip()).matches())
                .isPresent();
    }

    private static String marks(Element element) {
        var id = element.id();
        var names = element.className();
        return id.isEmpty() && names.isEmpty() ? "" : (names + " " + id).toLowerCase(Locale.ROOT);
    }
}
