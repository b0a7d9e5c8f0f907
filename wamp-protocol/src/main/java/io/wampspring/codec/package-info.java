/**
 * Messages to bytes and back in three serializers. The head of a message is streamed, its
 * payload stays bytes until somebody asks for it in a type. Reading order:
 * {@link io.wampspring.codec.MessageCodec} (one per link),
 * {@link io.wampspring.codec.Mapping} (the application's mapper over any format),
 * {@link io.wampspring.codec.Parameters} (a payload into declared parameters). The only
 * package that knows Jackson.
 */
@NullMarked
package io.wampspring.codec;

import org.jspecify.annotations.NullMarked;
