package io.wampspring.demo;

/**
 * Where browsers reach the router.
 *
 * @param url of a WebSocket
 * @param realm to join
 */
record RouterAddress(String url, String realm) {

}
