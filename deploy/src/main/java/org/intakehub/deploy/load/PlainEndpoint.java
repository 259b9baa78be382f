package org.intakehub.deploy.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.catalina.startup.Tomcat;

/** A web server with the hub's settings that reads a call's body, does nothing, and answers 202: a process of its own. */
final class PlainEndpoint {
    private PlainEndpoint() {}

    public static void main(String[] arguments) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(Path.of(arguments[1]).toAbsolutePath().toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(Integer.parseInt(arguments[0]));
        // As server.tomcat.threads.max and max-keep-alive-requests of the hub.
        tomcat.getConnector().setProperty("maxThreads", "128");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "10000");
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context =
                tomcat.addContext("", Path.of(arguments[1]).toAbsolutePath().toString());
        context.addServletContainerInitializer(
                (classes, servlets) ->
                        servlets.addServlet("nothing", new Nothing()).addMapping("/*"),
                Set.of());
        tomcat.start();
        new CountDownLatch(1).await();
    }

    /** Reads, and answers as many bytes as a receipt has. */
    private static final class Nothing extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private static final byte[] ANSWER =
                "{\"receiptId\":\"%0100d\"}".formatted(0).getBytes(UTF_8);

        @Override
        protected void doPost(HttpServletRequest call, HttpServletResponse answer) throws IOException {
            call.getInputStream().readAllBytes();
            answer.setStatus(202);
            answer.setContentType("application/json");
            answer.setContentLength(ANSWER.length);
            answer.getOutputStream().write(ANSWER);
        }
    }
}
