package io.wampspring.benchmark;

/**
 * A value of an application.
 *
 * @param id the number of the order
 * @param customer who ordered
 * @param quantity how many pieces
 * @param price the price of one piece
 * @param express whether it is urgent
 */
public record Order(String id, String customer, int quantity, double price, boolean express) {

	static final Order SAMPLE = new Order("o-4711", "Jane Doe", 3, 19.75, true);

}
