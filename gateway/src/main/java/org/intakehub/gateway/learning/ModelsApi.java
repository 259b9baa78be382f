package org.intakehub.gateway.learning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.intakehub.gateway.account.Account;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The category models for machines. */
@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models", description = "What the hub learnt from its staff's decisions; for administrators")
class ModelsApi {
    private final CategoryModels models;
    private final Retraining retraining;

    ModelsApi(CategoryModels models, Retraining retraining) {
        this.models = models;
        this.retraining = retraining;
    }

    @GetMapping
    @Operation(
            summary = "The models that were trained, newest first, with their figures",
            description =
                    "The shares are of held-back cases that were answered as a person had; the model ran from then"
                            + " on if its share was above that of what ran.")
    List<CategoryModels.Version> versions() {
        return models.versions();
    }

    @PostMapping("/retrain")
    @Operation(
            summary = "Trains on staff's decisions, compares, and takes over only if it is better",
            description = "Answers when it is done, after seconds to minutes: BETTER, NOT_BETTER, TOO_FEW or BUSY.")
    Map<String, Retraining.Result> retrain(@AuthenticationPrincipal Account account) {
        return Map.of("result", retraining.retrain(account.username()));
    }

    @PostMapping("/{version}/back")
    @Operation(summary = "Goes back from the running model to the one that ran before it")
    ResponseEntity<?> back(
            @PathVariable long version, @RequestParam int revision, @AuthenticationPrincipal Account account) {
        return retraining.back(version, revision, account.username())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT, "this model does not run, or changed since you looked at it"))
                        .build();
    }
}
