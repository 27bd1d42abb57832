/** An id that no other device makes: the time, so that ids sort as they were made, and 64 random bits. */
export function freshId(): string {
	const time = Date.now().toString(36).padStart(9, '0');
	const random = crypto.getRandomValues(new Uint32Array(2));
	return [time, ...Array.from(random, (part) => part.toString(36).padStart(7, '0'))].join('-');
}
