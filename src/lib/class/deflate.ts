/** Makes bytes smaller, and back (DEFLATE, RFC 1951), by what the browser has for it. */
import { joined, type Bytes } from './bytes.ts';
import { ClassError } from './problem.ts';

/** So little goes in at a time that nothing of what comes out is large: at most some 1,032 times as much, 4 MB. */
const PIECE = 4096;

function piecesOf(bytes: Bytes): ReadableStream<Bytes> {
	let at = 0;
	const pull = (controller: ReadableStreamDefaultController<Bytes>) => {
		if (at >= bytes.length) {
			controller.close();
			return;
		}
		controller.enqueue(bytes.slice(at, at + PIECE));
		at += PIECE;
	};
	return new ReadableStream({ pull }, { highWaterMark: 0 });
}

async function read(stream: ReadableStream<Bytes>, limit: number): Promise<Bytes> {
	const reader = stream.getReader();
	const parts: Bytes[] = [];
	let length = 0;
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		length += next.value.length;
		if (length > limit) {
			await reader.cancel().catch(() => undefined);
			throw new ClassError(
				'too-long',
				'This holds more than the app ever writes, so it was not opened.'
			);
		}
		parts.push(next.value);
	}
	return joined(...parts);
}

export const deflated = (bytes: Bytes): Promise<Bytes> =>
	read(piecesOf(bytes).pipeThrough(new CompressionStream('deflate-raw')), Infinity);

/**
 * @param limit most bytes that may come out; nothing is read beyond them
 * @throws ClassError with `too-long` or `damaged`
 */
export async function inflated(bytes: Bytes, limit: number): Promise<Bytes> {
	try {
		return await read(piecesOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')), limit);
	} catch (cause) {
		if (cause instanceof ClassError) throw cause;
		throw new ClassError(
			'damaged',
			'This is not whole; take all of it, or ask for it again.',
			cause
		);
	}
}
