package io.wampspring.client;

/**
 * The operations of a connection.
 */
final class DefaultClient implements WampClient {

	private final WampConnection connection;

	private final Operations operations;

	DefaultClient(ConnectionContext context, DesiredEndpoints endpoints) {
		this.connection = context.connection();
		this.operations = new Operations(endpoints, context);
	}

	@Override
	public WampConnection connection() {
		return this.connection;
	}

	@Override
	public CallSpec call(String procedure) {
		return this.operations.call(procedure);
	}

	@Override
	public PublishSpec publish(String topic) {
		return this.operations.publish(topic);
	}

	@Override
	public SubscribeSpec subscribe(String topic) {
		return this.operations.subscribe(topic);
	}

	@Override
	public RegisterSpec register(String procedure) {
		return this.operations.register(procedure);
	}

}
