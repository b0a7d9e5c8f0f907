package io.wampspring.architecture.broken.options;

/**
 * No record.
 */
public final class MutableOptions {

}
