package io.wampspring.uri;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Wildcard patterns as a tree of components. Looking up visits the literal before the
 * empty component, so what is found first is the most specific.
 *
 * @param <T> the type of the values
 */
final class WildcardTree<T> {

	private final Node<T> root = new Node<>();

	private final Map<String, T> byPattern = new HashMap<>();

	@Nullable T put(String pattern, T value) {
		Node<T> node = this.root;
		for (String component : components(pattern)) {
			node = node.childOrNew(component);
		}
		node.value = value;
		return this.byPattern.put(pattern, value);
	}

	@Nullable T get(String pattern) {
		return this.byPattern.get(pattern);
	}

	@Nullable T remove(String pattern) {
		T removed = this.byPattern.remove(pattern);
		if (removed != null) {
			this.root.remove(components(pattern), 0);
		}
		return removed;
	}

	@Nullable T best(String uri) {
		return isEmpty() ? null : this.root.best(components(uri), 0);
	}

	void collect(String uri, List<T> found) {
		if (!isEmpty()) {
			this.root.collect(components(uri), 0, found);
		}
	}

	boolean isEmpty() {
		return this.byPattern.isEmpty();
	}

	int size() {
		return this.byPattern.size();
	}

	Collection<T> values() {
		return this.byPattern.values();
	}

	/** Unlike {@link String#split}, keeps empty components at the end. */
	private static List<String> components(String uri) {
		List<String> components = new ArrayList<>();
		int start = 0;
		for (int dot = uri.indexOf('.'); dot >= 0; dot = uri.indexOf('.', start)) {
			components.add(uri.substring(start, dot));
			start = dot + 1;
		}
		components.add(uri.substring(start));
		return components;
	}

	/**
	 * What the components up to here have in common.
	 *
	 * @param <T> the type of the values
	 */
	private static final class Node<T> {

		private final Map<String, Node<T>> literals = new HashMap<>();

		private @Nullable Node<T> any;

		private @Nullable T value;

		private @Nullable Node<T> child(String component) {
			return component.isEmpty() ? this.any : this.literals.get(component);
		}

		private Node<T> childOrNew(String component) {
			Node<T> child = child(component);
			if (child == null) {
				child = new Node<>();
				if (component.isEmpty()) {
					this.any = child;
				}
				else {
					this.literals.put(component, child);
				}
			}
			return child;
		}

		private boolean isUnused() {
			return this.value == null && this.any == null && this.literals.isEmpty();
		}

		private void remove(List<String> pattern, int depth) {
			if (depth == pattern.size()) {
				this.value = null;
				return;
			}
			String component = pattern.get(depth);
			Node<T> child = child(component);
			if (child == null) {
				return;
			}
			child.remove(pattern, depth + 1);
			if (child.isUnused()) {
				if (component.isEmpty()) {
					this.any = null;
				}
				else {
					this.literals.remove(component);
				}
			}
		}

		private @Nullable T best(List<String> uri, int depth) {
			if (depth == uri.size()) {
				return this.value;
			}
			Node<T> literal = this.literals.get(uri.get(depth));
			T found = (literal != null) ? literal.best(uri, depth + 1) : null;
			return (found != null || this.any == null) ? found : this.any.best(uri, depth + 1);
		}

		private void collect(List<String> uri, int depth, List<T> found) {
			if (depth == uri.size()) {
				if (this.value != null) {
					found.add(this.value);
				}
				return;
			}
			Node<T> literal = this.literals.get(uri.get(depth));
			if (literal != null) {
				literal.collect(uri, depth + 1, found);
			}
			if (this.any != null) {
				this.any.collect(uri, depth + 1, found);
			}
		}

	}

}
