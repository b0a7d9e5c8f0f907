package io.wampspring.client.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ids that were valid not long ago.
 */
final class RecentIds {

	private static final int CAPACITY = 1000;

	private final Map<Long, Boolean> ids = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
			return size() > CAPACITY;
		}

	};

	void add(long id) {
		this.ids.put(id, true);
	}

	void remove(long id) {
		this.ids.remove(id);
	}

	boolean contains(long id) {
		return this.ids.containsKey(id);
	}

}
