package io.wampspring.integration.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import io.wampspring.test.Peer;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Headless Chromium. It reaches nothing but this machine.
 */
final class Browser implements AutoCloseable {

	private static final List<String> ARGUMENTS = List.of("--headless=new", "--no-sandbox", "--disable-gpu",
			"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
			"--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars");

	private final ChromeDriver driver;

	private Browser(ChromeDriver driver) {
		this.driver = driver;
	}

	static Browser start(Path profile) {
		ChromeOptions options = new ChromeOptions().setBinary(Peer.CHROMIUM.location());
		options.addArguments(ARGUMENTS).addArguments("--user-data-dir=" + profile);
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(new File(driverLocation()))
			.usingAnyFreePort()
			.build();
		return new Browser(new ChromeDriver(service, options));
	}

	private static String driverLocation() {
		String location = System.getenv("WAMP_RIG_CHROMEDRIVER");
		return (location != null) ? location : "/usr/bin/chromedriver";
	}

	String version() {
		return this.driver.getCapabilities().getBrowserVersion();
	}

	/**
	 * Opens a page in the current window.
	 * @param url its address
	 * @return the handle of the window
	 */
	String open(String url) {
		this.driver.get(url);
		return this.driver.getWindowHandle();
	}

	/**
	 * Opens a page in a further window, which becomes the current one.
	 * @param url its address
	 * @return the handle of the window
	 */
	String openAnother(String url) {
		this.driver.switchTo().newWindow(WindowType.WINDOW);
		return open(url);
	}

	void switchTo(String window) {
		this.driver.switchTo().window(window);
	}

	/** Closes all windows but one. */
	void closeOthers(String window) {
		for (String other : this.driver.getWindowHandles()) {
			if (!other.equals(window)) {
				switchTo(other);
				this.driver.close();
			}
		}
		switchTo(window);
	}

	void click(String selector) {
		this.driver.findElement(By.cssSelector(selector)).click();
	}

	void type(String selector, String text) {
		this.driver.executeScript("arguments[0].value = ''", this.driver.findElement(By.cssSelector(selector)));
		this.driver.findElement(By.cssSelector(selector)).sendKeys(text);
	}

	String text(String selector) {
		return this.driver.findElement(By.cssSelector(selector)).getText();
	}

	/**
	 * A property of an element, as the page's scripts see it.
	 * @param selector the element
	 * @param name the property
	 * @return its value as text
	 */
	String property(String selector, String name) {
		return String.valueOf(this.driver.findElement(By.cssSelector(selector)).getDomProperty(name));
	}

	String attribute(String selector, String name) {
		return String.valueOf(this.driver.findElement(By.cssSelector(selector)).getDomAttribute(name));
	}

	/**
	 * Shows the top of the page as a screen of this size and colour scheme would, without
	 * animations.
	 */
	void emulate(int width, int height, double scale, String scheme) {
		boolean mobile = width < 600;
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", mobile));
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
		this.driver.executeScript("window.scrollTo(0, 0)");
	}

	/**
	 * Takes a picture of the page.
	 * @param file the PNG file to write
	 * @param whole whether all of it, else what the screen shows
	 */
	void photograph(Path file, boolean whole) {
		Map<String, Object> picture = this.driver.executeCdpCommand("Page.captureScreenshot",
				Map.of("format", "png", "captureBeyondViewport", whole));
		try {
			Files.createDirectories(file.getParent());
			Files.write(file, Base64.getDecoder().decode((String) picture.get("data")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What was written to the console since this was last asked.
	 * @return the entries
	 */
	List<String> console() {
		return this.driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::toString).toList();
	}

	/**
	 * What was asked for over the network since this was last asked.
	 * @return addresses of HTTP requests and WebSockets
	 */
	List<String> requests() {
		return this.driver.manage()
			.logs()
			.get(LogType.PERFORMANCE)
			.getAll()
			.stream()
			.map((entry) -> JsonMapper.shared().readTree(entry.getMessage()).path("message"))
			.map(Browser::requested)
			.filter((url) -> !url.isEmpty())
			.toList();
	}

	private static String requested(JsonNode event) {
		return switch (event.path("method").asString()) {
			case "Network.requestWillBeSent" -> event.path("params").path("request").path("url").asString();
			case "Network.webSocketCreated" -> event.path("params").path("url").asString();
			default -> "";
		};
	}

	void setAttribute(String selector, String name, String value) {
		this.driver.executeScript("arguments[0].setAttribute(arguments[1], arguments[2])",
				this.driver.findElement(By.cssSelector(selector)), name, value);
	}

	boolean scrollsSideways() {
		return Boolean.TRUE.equals(this.driver
			.executeScript("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
