package org.intakehub.routes.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.Function;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.RemoteUnavailable;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.routes.call.AdapterCalls;

/** Takes one thing out of the hub, once, and keeps the proof: what leaves before it leaves, and the answer before it is judged. */
public final class Courier {
    private static final String SHOWN_HEADER = "content-type";

    private final MailSender mail;
    private final AdapterCalls calls;

    public Courier(MailSender mail, AdapterCalls calls) {
        this.mail = mail;
        this.calls = calls;
    }

    /** Where the proof goes; every call commits before it returns. */
    interface Proof {
        /**
         * Keeps what is about to leave.
         *
         * @param outgoing without what proves who the hub is
         */
        void leaving(Payload outgoing);

        /**
         * Keeps an answer as it came.
         *
         * @param status of HTTP or SMTP; 0 if there was none
         */
        void answered(int status, Payload answer);
    }

    /**
     * Sends by mail or by call.
     *
     * @param confirm reads the far end's id out of its answer, and refuses as the adapter does
     * @return the far end's id of what was sent
     * @throws RemoteUnavailable if it was certainly not taken, and may be later
     * @throws RemoteRejected if it never will be
     * @throws DeliveryUncertain if nobody can tell
     */
    String send(
            SourceId source, ChannelAdapter adapter, Outgoing outgoing, Proof proof, Function<Answer, String> confirm) {
        if (outgoing instanceof Outgoing.ByMail letter) {
            var ready = mail.prepare(letter);
            proof.leaving(ready.bytes());
            return mail.send(ready, proof::answered);
        }
        var call = ((Outgoing.ByCall) outgoing).call();
        proof.leaving(written(call));
        var answer = answer(source, adapter, new Step.Ask(call, Cursor.START, ""));
        proof.answered(answer.status(), answer.body());
        return confirm.apply(answer);
    }

    /** The call as it was composed: tokens and signatures are put in later, and other headers may hold keys. */
    static Payload written(Call call) {
        var text = new StringBuilder(call.method() + " " + call.url() + "\n");
        new TreeMap<>(call.headers())
                .forEach((name, value) -> text.append(name)
                        .append(": ")
                        .append(name.equalsIgnoreCase(SHOWN_HEADER) ? value : "＊＊＊")
                        .append('\n'));
        var head = text.append('\n').toString().getBytes(UTF_8);
        var body = call.body().bytes();
        var all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return Payload.of(all);
    }

    private Answer answer(SourceId source, ChannelAdapter adapter, Step.Ask ask) {
        try {
            return calls.make(source, adapter, ask);
        } catch (RemoteUnavailable e) {
            if (neverLeft(e)) {
                throw e;
            }
            throw new DeliveryUncertain(String.valueOf(e.getMessage()), e);
        }
    }

    /** Without a connection nothing was sent; after that, an answer that does not come proves nothing. */
    private static boolean neverLeft(RemoteUnavailable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) {
                return true;
            }
        }
        return false;
    }
}
