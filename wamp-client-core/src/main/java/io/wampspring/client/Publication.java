package io.wampspring.client;

/**
 * A publication that the router confirmed.
 *
 * @param id the id that subscribers see
 * @param topic the topic
 */
public record Publication(long id, String topic) {

}
