package org.intakehub.adapter.mayormailbox;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells machines' mail, such as bounces and vacation notes, from people's; the marks are RFC 3834's and those of real providers. */
final class AutomaticMail {
    private static final Set<String> PRECEDENCES = Set.of("bulk", "list", "junk", "auto_reply", "auto-reply");

    /** At the very start and set off from what follows: citizens do write about automatic replies. */
    private static final Pattern SUBJECT = Pattern.compile(
            "[\\[【(（]?(?:自动回复|自動回覆|自动答复|假期自动回复|自动回复邮件|系统退信|退信通知|退信|邮件投递失败|投递失败通知|auto(?:matic)?[ -]?repl(?:y|ied)|"
                    + "out of (?:the )?office|autoresponse|undelivered mail|undeliverable|undelivered|mail delivery fail\\w*|"
                    + "delivery status notification|returned mail|failure notice|delivery failure)"
                    + "(?:$|[\\]】)）:：/!！,，(（-]|\\s(?!.*[我您你]).*).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String QQ_VACATION = "这是来自QQ邮箱的假期自动回复邮件";

    private AutomaticMail() {}

    /** Why the mail is a machine's, in words without anything of its content. */
    static Optional<String> reason(MimePart mail, String sender, String subject, String text) {
        return header(mail.headers())
                .or(() -> word(mail.headers(), "content-type").equals("multipart/report")
                        ? Optional.of("Content-Type: multipart/report")
                        : Optional.empty())
                .or(() -> sender.toLowerCase(Locale.ROOT).startsWith("mailer-daemon")
                        ? Optional.of("From: mailer-daemon")
                        : Optional.empty())
                .or(() -> SUBJECT.matcher(subject.strip()).matches()
                        ? Optional.of("Subject of an automatic mail")
                        : Optional.empty())
                .or(() -> text.contains(QQ_VACATION) ? Optional.of("Text of a vacation note") : Optional.empty());
    }

    private static Optional<String> header(Headers headers) {
        var submitted = word(headers, "auto-submitted");
        if (!submitted.isEmpty() && !submitted.equals("no")) {
            return Optional.of("Auto-Submitted");
        }
        for (var name : new String[] {"x-autoreply", "x-autorespond", "x-autoresponse", "x-auto-reply"}) {
            if (headers.has(name) && !word(headers, name).equals("no")) {
                return Optional.of(name);
            }
        }
        if (PRECEDENCES.contains(word(headers, "precedence"))) {
            return Optional.of("Precedence: " + word(headers, "precedence"));
        }
        return headers.all("return-path").stream()
                        .anyMatch(path -> path.replace(" ", "").equals("<>"))
                ? Optional.of("Return-Path: <>")
                : Optional.empty();
    }

    private static String word(Headers headers, String name) {
        return Parameters.parse(headers.first(name).orElse("")).main();
    }
}
