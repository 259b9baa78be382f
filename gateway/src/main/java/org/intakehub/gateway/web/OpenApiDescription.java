package org.intakehub.gateway.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says of the whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {
    @Bean
    OpenAPI openApi() {
        var key = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A key of the form ihk_<prefix>_<secret>, made by an administrator.");
        return new OpenAPI()
                .info(new Info()
                        .title("Intake Hub")
                        .version("v1")
                        .description(
                                "Takes in what citizens say on every channel and hands each matter to the department"
                                        + " that answers for it. Lists are paged by cursor: follow 'next'. Errors are"
                                        + " problem details (RFC 9457). Times are UTC."))
                .externalDocs(new ExternalDocumentation()
                        .url("/v3/asyncapi")
                        .description("Queues and webhooks of units (AsyncAPI 3.0)"))
                .components(new Components().addSecuritySchemes("key", key))
                .addSecurityItem(new SecurityRequirement().addList("key"));
    }
}
