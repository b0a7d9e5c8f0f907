package io.wampspring.client;

/**
 * Begins specifications of one target.
 */
final class Operations implements WampOperations {

	private final OperationTarget target;

	private final ConnectionContext context;

	Operations(OperationTarget target, ConnectionContext context) {
		this.target = target;
		this.context = context;
	}

	@Override
	public CallSpec call(String procedure) {
		return new DefaultCallSpec(this.target, this.context, procedure);
	}

	@Override
	public PublishSpec publish(String topic) {
		return new DefaultPublishSpec(this.target, this.context, topic);
	}

	@Override
	public SubscribeSpec subscribe(String topic) {
		return new DefaultSubscribeSpec(this.target, topic);
	}

	@Override
	public RegisterSpec register(String procedure) {
		return new DefaultRegisterSpec(this.target, procedure);
	}

}
