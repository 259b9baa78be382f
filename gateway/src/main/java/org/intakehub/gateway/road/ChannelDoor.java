package org.intakehub.gateway.road;

import org.apache.catalina.startup.Tomcat;
import org.intakehub.routes.stage.Precedence;
import org.intakehub.routes.webhook.ChannelServlet;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The channels' own door: {@code /channels} is a web context of its own beside the application's, with one servlet and no filter. Each call
 * proves itself to its adapter, so sessions, logins, page headers and their filters would only stand in the way of a receipt.
 */
@Configuration(proxyBeanMethods = false)
class ChannelDoor {
    private static final String PATH = "/channels";
    /** Camel's servlet component looks for this name. */
    private static final String SERVLET = "CamelServlet";

    @Bean
    TomcatServletWebServerFactory webServer(Precedence precedence) {
        return new WithChannels(new ChannelServlet(precedence));
    }

    private static final class WithChannels extends TomcatServletWebServerFactory {
        private final ChannelServlet servlet;

        WithChannels(ChannelServlet servlet) {
            this.servlet = servlet;
        }

        @Override
        protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
            var context = tomcat.addContext(getContextPath() + PATH, null);
            context.setParentClassLoader(getClass().getClassLoader());
            var wrapper = Tomcat.addServlet(context, SERVLET, servlet);
            wrapper.setLoadOnStartup(1);
            wrapper.setAsyncSupported(true);
            wrapper.addMapping("/*");
            return super.getTomcatWebServer(tomcat);
        }
    }
}
