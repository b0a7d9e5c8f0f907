package io.wampspring.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the sample: a page at {@code /}, the router at {@code /ws}.
 */
@SpringBootApplication
@EnableScheduling
public class DemoApplication {

	/**
	 * Starts the application.
	 * @param args properties, such as {@code --server.port=9090}
	 */
	public static void main(String[] args) {
		SpringApplication.run(DemoApplication.class, args);
	}

}
