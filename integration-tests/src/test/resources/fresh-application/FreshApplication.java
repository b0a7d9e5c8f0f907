package com.fresh;

import io.wampspring.annotation.WampProcedure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

@SpringBootApplication
public class FreshApplication {

	public static void main(String[] args) {
		SpringApplication.run(FreshApplication.class, args);
	}

	@Component
	static class Calculator {

		@WampProcedure("com.fresh.add2")
		int add2(int a, int b) {
			return a + b;
		}

	}

}
