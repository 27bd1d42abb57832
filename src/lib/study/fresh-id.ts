/** How every id begins that is made at a time, in milliseconds since 1970. */
export const idAt = (time: number) => time.toString(36).padStart(9, '0');

/** An id that no other device makes: the time, so that ids sort as they were made, and 64 random bits. */
export function freshId(): string {
	const random = crypto.getRandomValues(new Uint32Array(2));
	const parts = Array.from(random, (part) => part.toString(36).padStart(7, '0'));
	return [idAt(Date.now()), ...parts].join('-');
}
