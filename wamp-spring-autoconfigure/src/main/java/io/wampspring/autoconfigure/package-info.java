/**
 * Auto-configuration: properties, connection, client, endpoints. What an application
 * touches here are the properties, {@code WampConnectionDetails} and
 * {@code WampConnectionCustomizer}.
 */
@NullMarked
package io.wampspring.autoconfigure;

import org.jspecify.annotations.NullMarked;
