package io.wampspring.router.core;

/**
 * Who joined, as the router established it.
 *
 * @param authid who it is
 * @param authrole its role
 * @param authmethod how it proved its identity
 * @param authprovider what checked the proof
 */
public record Identity(String authid, String authrole, String authmethod, String authprovider) {
}
