/** The camera as a reader of QR codes. */

export type ScanProblem = 'refused' | 'missing' | 'busy';

/** Codes are read from a picture of at most so many pixels to a side: what a code of 101 squares needs, and no more. */
const SIDE = 960;
/** Between two looks, in milliseconds; an old laptop needs the rest for the picture. */
const REST = 60;

const PROBLEMS: Record<string, ScanProblem> = {
	NotAllowedError: 'refused',
	SecurityError: 'refused',
	NotFoundError: 'missing',
	OverconstrainedError: 'missing'
};

/** Shows what the camera sees, and tells each code that comes into view once. */
export class Scanner {
	running = $state(false);
	problem = $state<ScanProblem>();
	readonly #found: (text: string) => Promise<void>;
	#stream: MediaStream | undefined;
	/** Each start is another one; a loop ends when it is no longer the last. */
	#turn = 0;
	#last = '';

	constructor(found: (text: string) => Promise<void>) {
		this.#found = found;
	}

	async start(video: HTMLVideoElement): Promise<void> {
		const turn = (this.#turn += 1);
		this.problem = undefined;
		try {
			const devices = navigator.mediaDevices as MediaDevices | undefined;
			if (!devices) throw new DOMException('No camera.', 'NotFoundError');
			const stream = await devices.getUserMedia({
				audio: false,
				video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } }
			});
			if (turn !== this.#turn) {
				release(stream);
				return;
			}
			this.#stream = stream;
			this.running = true;
			video.srcObject = stream;
			await video.play();
		} catch (cause) {
			this.stop();
			this.problem = PROBLEMS[cause instanceof DOMException ? cause.name : ''] ?? 'busy';
			return;
		}
		void this.#watch(video, turn);
	}

	stop(): void {
		this.#turn += 1;
		this.running = false;
		this.#last = '';
		if (this.#stream) release(this.#stream);
		this.#stream = undefined;
	}

	async #watch(video: HTMLVideoElement, turn: number) {
		const { decodeQR } = await import('qr/decode.js').then((module) => ({
			decodeQR: module.default
		}));
		const canvas = document.createElement('canvas');
		const context = canvas.getContext('2d', { willReadFrequently: true });
		while (context && turn === this.#turn) {
			const text = codeIn(video, canvas, context, decodeQR);
			if (text && text !== this.#last) {
				this.#last = text;
				await this.#found(text);
			}
			await new Promise((rested) => setTimeout(rested, REST));
		}
	}
}

function release(stream: MediaStream) {
	for (const track of stream.getTracks()) track.stop();
}

/** The text of the code in the picture; `undefined` when none can be read. */
function codeIn(
	video: HTMLVideoElement,
	canvas: HTMLCanvasElement,
	context: CanvasRenderingContext2D,
	decode: (image: ImageData) => string
): string | undefined {
	const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight, 1));
	const [width, height] = [video.videoWidth, video.videoHeight].map((side) =>
		Math.round(side * scale)
	);
	if (!width || !height) return undefined;
	if (canvas.width !== width) canvas.width = width;
	if (canvas.height !== height) canvas.height = height;
	context.drawImage(video, 0, 0, width, height);
	try {
		return decode(context.getImageData(0, 0, width, height));
	} catch {
		// No code in this picture, or one that is blurred: the next picture may show it.
		return undefined;
	}
}
