package io.wampspring.client;

import io.wampspring.options.CancelMode;
import org.jspecify.annotations.Nullable;

/**
 * Why a handler shall stop.
 *
 * @param mode the mode, {@code null} if the router did not say
 * @param reason the reason, {@code null} if the router did not say
 */
public record Interruption(@Nullable CancelMode mode, @Nullable String reason) {

}
