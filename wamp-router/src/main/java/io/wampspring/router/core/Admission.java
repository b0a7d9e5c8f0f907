package io.wampspring.router.core;

import io.wampspring.options.RoleFeatures;

/**
 * Somebody may join.
 *
 * @param realm the realm
 * @param identity who it is
 * @param features what the client announced
 */
record Admission(Realm realm, Identity identity, RoleFeatures features) {
}
