package org.intakehub.gateway.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/** A unit that speaks STOMP 1.2 over a plain socket. */
final class StompUnit implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    /** A frame as it came. */
    record Frame(String command, Map<String, String> headers, String body) {}

    StompUnit(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a frame and gives the next one that comes. */
    Frame ask(String command, Map<String, String> headers, String body) throws IOException {
        send(command, headers, body);
        return next();
    }

    void send(String command, Map<String, String> headers, String body) throws IOException {
        var frame = new StringBuilder(command).append('\n');
        headers.forEach(
                (name, value) -> frame.append(name).append(':').append(value).append('\n'));
        socket.getOutputStream().write((frame + "\n" + body + "\0").getBytes(UTF_8));
    }

    Frame next() throws IOException {
        var command = line();
        while (command.isEmpty()) {
            command = line();
        }
        var headers = new TreeMap<String, String>();
        for (var header = line(); !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            headers.putIfAbsent(header.substring(0, colon), header.substring(colon + 1));
        }
        return new Frame(command, headers, until('\0'));
    }

    private String line() throws IOException {
        return until('\n');
    }

    private String until(char end) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = in.read(); next != end; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the broker hung up");
            }
            bytes.write(next);
        }
        return bytes.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
