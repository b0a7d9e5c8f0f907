package io.wampspring.uri;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A URI some of whose components are variables: {@code com.shop.{user}.online} stands for
 * the wildcard pattern {@code com.shop..online} and tells the value of {@code user} in a
 * URI that the pattern matches. A variable is always a whole component. Immutable.
 *
 * @see <a href="https://wamp-proto.org/wamp_latest_ietf.html">The WAMP protocol,
 * advanced/pubsub_pattern_based_subscriptions.md</a>
 */
public final class UriTemplate {

	private final String template;

	private final String pattern;

	private final List<String> components;

	private final List<@Nullable String> names;

	private UriTemplate(String template, List<String> components, List<@Nullable String> names) {
		this.template = template;
		this.components = components;
		this.names = names;
		this.pattern = String.join(".", components);
	}

	/**
	 * Reads a template.
	 * @param template the text; a URI without braces is a template without variables
	 * @return the template
	 * @throws IllegalArgumentException if braces are not around whole components, a
	 * variable has no name or the same name appears twice
	 */
	public static UriTemplate of(String template) {
		List<String> components = new ArrayList<>();
		List<@Nullable String> names = new ArrayList<>();
		for (String component : split(template)) {
			String name = variable(component, template);
			if (name != null && names.contains(name)) {
				throw new IllegalArgumentException("Variable '" + name + "' appears twice in '" + template + "'");
			}
			names.add(name);
			components.add((name != null) ? "" : component);
		}
		return new UriTemplate(template, components, names);
	}

	/**
	 * Returns whether there is a variable.
	 * @return whether
	 */
	public boolean hasVariables() {
		return !variables().isEmpty();
	}

	/**
	 * Returns the names of the variables.
	 * @return the names in order
	 */
	public List<String> variables() {
		List<String> variables = new ArrayList<>();
		for (String name : this.names) {
			if (name != null) {
				variables.add(name);
			}
		}
		return variables;
	}

	/**
	 * Returns the URI to subscribe to or register.
	 * @return a wildcard pattern, the URI itself if there are no variables
	 */
	public String pattern() {
		return this.pattern;
	}

	/**
	 * Compares a URI with the template.
	 * @param uri a topic or procedure
	 * @return the values of the variables, {@code null} if the URI does not match
	 */
	public @Nullable Map<String, String> match(String uri) {
		List<String> actual = split(uri);
		if (actual.size() != this.components.size()) {
			return null;
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < actual.size(); i++) {
			String name = this.names.get(i);
			if (name != null) {
				values.put(name, actual.get(i));
			}
			else if (!matches(this.components.get(i), actual.get(i))) {
				return null;
			}
		}
		return values;
	}

	@Override
	public String toString() {
		return this.template;
	}

	private static boolean matches(String component, String actual) {
		return component.isEmpty() || component.equals(actual);
	}

	private static @Nullable String variable(String component, String template) {
		if (component.length() > 2 && component.startsWith("{") && component.endsWith("}")
				&& component.indexOf('{', 1) < 0 && component.indexOf('}') == component.length() - 1) {
			return component.substring(1, component.length() - 1);
		}
		if (component.indexOf('{') >= 0 || component.indexOf('}') >= 0) {
			throw new IllegalArgumentException(
					"'" + component + "' in '" + template + "' is not a variable: write {name} between two dots");
		}
		return null;
	}

	private static List<String> split(String uri) {
		List<String> components = new ArrayList<>();
		int start = 0;
		for (int dot = uri.indexOf('.'); dot >= 0; dot = uri.indexOf('.', start)) {
			components.add(uri.substring(start, dot));
			start = dot + 1;
		}
		components.add(uri.substring(start));
		return components;
	}

}
