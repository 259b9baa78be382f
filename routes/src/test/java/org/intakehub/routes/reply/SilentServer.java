package org.intakehub.routes.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/** A mail server that answers by a script, and hangs up where the script says nothing. */
final class SilentServer implements AutoCloseable {
    private static final Map<String, String> POLITE = Map.of(
            "",
            "220 here",
            "EHLO",
            "250 here",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            ".",
            "250 taken",
            "QUIT",
            "221 bye");

    private final ServerSocket socket;
    private final String word;
    private final String answer;

    /** Polite, but for one word, which it answers otherwise; with nothing it hangs up. */
    SilentServer(String word, String answer) throws IOException {
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.word = word;
        this.answer = answer;
        var thread = new Thread(this::serve, "silent-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                talk(connection);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        var inLetter = false;
        if (!say(connection, "")) {
            return;
        }
        for (String line; (line = in.readLine()) != null; ) {
            if (inLetter && !line.equals(".")) {
                continue;
            }
            var said = line.split("[ :]", 2)[0];
            if (!say(connection, said)) {
                return;
            }
            inLetter = said.equals("DATA") && !said.equals(word);
        }
    }

    private boolean say(Socket connection, String said) throws IOException {
        var reply = said.equals(word) ? answer : POLITE.getOrDefault(said, "500 what");
        if (!reply.isEmpty()) {
            connection.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
        }
        return !reply.isEmpty();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
