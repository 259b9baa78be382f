package org.intakehub.deploy.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Locale;
import org.intakehub.simulators.Push;
import org.intakehub.simulators.Signing;

/** One kept-alive HTTP/1.1 connection that costs the sender next to nothing, so that a load is the hub's and not the client's. */
public final class Wire implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean isLast;

    /** Connects to that port of this machine. */
    public Wire(int port) throws IOException {
        this.port = port;
        this.socket = connect(port);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** The bytes of a signed call. */
    public static byte[] call(String path, Push push, Signing signing) {
        var head = new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ");
        head.append(push.body().size()).append("\r\n");
        signing.headers(push, Instant.now())
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        var start = head.append("\r\n").toString().getBytes(ISO_8859_1);
        var body = push.body().bytes();
        var call = new byte[start.length + body.length];
        System.arraycopy(start, 0, call, 0, start.length);
        System.arraycopy(body, 0, call, start.length, body.length);
        return call;
    }

    /**
     * Sends a call and reads its answer.
     *
     * @throws IOException if there was none: whether the call arrived is not known, and the connection is of no further use
     */
    public Reply send(byte[] call) throws IOException {
        if (isLast) {
            socket.close();
            socket = connect(port);
            in = new BufferedInputStream(socket.getInputStream());
            isLast = false;
        }
        socket.getOutputStream().write(call);
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        var isChunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            // Servers close a connection after some calls, and say so before.
            isLast |= lower.startsWith("connection:") && lower.endsWith("close");
            isChunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        return new Reply(status, isChunked ? chunks() : new String(in.readNBytes(length), UTF_8));
    }

    private String chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toString(UTF_8);
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the other side hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What came back; the body is the hub's own words. */
    public record Reply(int status, String body) {
        /** The receipt of an accepted call, else an empty text. */
        public String receiptId() {
            var key = "\"receiptId\":\"";
            var start = body.indexOf(key);
            return status != 202 || start < 0
                    ? ""
                    : body.substring(start + key.length(), body.indexOf('"', start + key.length()));
        }
    }
}
