package io.wampspring.transport;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.wampspring.codec.Serializer;

import static org.assertj.core.api.Assertions.assertThat;

class SubprotocolsTests {

	private final Subprotocols all = new Subprotocols(List.of(Serializer.values()));

	@Test
	void aClientOffersInItsOrder() {
		assertThat(this.all.offer()).isEqualTo("wamp.2.cbor,wamp.2.msgpack,wamp.2.json");
	}

	@Test
	void aServerTakesTheFirstOfferedThatItHas() {
		assertThat(this.all.firstOffered(List.of("chat, wamp.2.json ,wamp.2.cbor"))).contains(Serializer.JSON);
		assertThat(this.all.firstOffered(List.of("wamp.2.flatbuffers", "wamp.2.msgpack"))).contains(Serializer.MSGPACK);
		assertThat(new Subprotocols(List.of(Serializer.JSON)).firstOffered(List.of("wamp.2.cbor,wamp.2.json")))
			.contains(Serializer.JSON);
	}

	@Test
	void aServerFindsNothingInCommon() {
		assertThat(this.all.firstOffered(List.of("chat"))).isEmpty();
		assertThat(this.all.firstOffered(List.of())).isEmpty();
		assertThat(this.all.firstOffered(List.of("", ",,"))).isEmpty();
	}

	@Test
	void aClientAcceptsOnlyWhatItOffered() {
		Subprotocols cbor = new Subprotocols(List.of(Serializer.CBOR));
		assertThat(cbor.accepted("wamp.2.cbor")).contains(Serializer.CBOR);
		assertThat(cbor.accepted("wamp.2.json")).isEmpty();
		assertThat(cbor.accepted("wamp.2.cbor,wamp.2.json")).isEmpty();
		assertThat(cbor.accepted(null)).isEmpty();
	}

}
