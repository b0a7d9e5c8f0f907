package io.wampspring.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Counts votes, in memory. May be used by many threads.
 */
@Component
class Ballot {

	private final Map<String, Integer> votes = new LinkedHashMap<>();

	Ballot() {
		List.of("Banana", "Lemon", "Grapefruit").forEach((subject) -> this.votes.put(subject, 0));
	}

	/**
	 * Counts one vote.
	 * @param subject what is voted for
	 * @return its votes
	 * @throws UnknownSubjectException if nobody can vote for it
	 */
	synchronized int vote(String subject) {
		Integer votes = this.votes.computeIfPresent(subject, (key, value) -> value + 1);
		if (votes == null) {
			throw new UnknownSubjectException(subject);
		}
		return votes;
	}

	/**
	 * Returns all votes.
	 * @return a copy
	 */
	synchronized List<Votes> all() {
		return this.votes.entrySet().stream().map((entry) -> new Votes(entry.getKey(), entry.getValue())).toList();
	}

	/**
	 * The votes of one subject.
	 *
	 * @param subject what was voted for
	 * @param votes how often
	 */
	record Votes(String subject, int votes) {

	}

}
