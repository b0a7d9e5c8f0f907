package io.wampspring.codec;

import org.jspecify.annotations.Nullable;

/** A payload whose elements have known ends: written here, or received and checked. */
final class SplitPayload extends EncodedPayload {

	private final Parts parts;

	SplitPayload(Mapping mapping, Format format, @Nullable Slice args, @Nullable Slice kwargs) {
		super(mapping, format);
		this.parts = new Parts(args, kwargs);
	}

	@Override
	@Nullable Slice openArgs() {
		return this.parts.args();
	}

	@Override
	@Nullable Slice openKwargs() {
		return this.parts.kwargs();
	}

	@Override
	@Nullable Slice openKwargs(ValueReader args) {
		return this.parts.kwargs();
	}

	@Override
	Parts parts() {
		return this.parts;
	}

	@Override
	public String toString() {
		Slice args = this.parts.args();
		Slice kwargs = this.parts.kwargs();
		return "Payload[" + format().serializer() + ", args " + ((args != null) ? args.length() : 0) + " bytes, kwargs "
				+ ((kwargs != null) ? kwargs.length() : 0) + " bytes]";
	}

}
