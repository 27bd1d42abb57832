/** As much of WebKit's inspector protocol as it takes to run expressions in a page. */
import { setTimeout as pause } from 'node:timers/promises';

interface Message {
	id?: number;
	method?: string;
	params?: {
		targetId: string;
		newTargetId: string;
		message: string;
		targetInfo: { targetId: string; type: string; isProvisional?: boolean };
	};
}

interface Evaluated {
	result?: {
		result: { value?: unknown; objectId?: string; description?: string };
		wasThrown?: boolean;
	};
	error?: { message: string };
}

const PATIENCE = 30_000;

export class Inspector {
	readonly #socket: WebSocket;
	/** The page's process may be another after a navigation. */
	#target = '';
	#last = 0;
	readonly #waiting = new Map<number, (answer: Evaluated) => void>();

	private constructor(socket: WebSocket) {
		this.#socket = socket;
		socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
			this.#hear(JSON.parse(data) as Message);
		});
	}

	/** Waits until the browser has a page to talk to. */
	static async connect(port: number): Promise<Inspector> {
		for (const end = Date.now() + PATIENCE; Date.now() < end;) {
			await pause(200);
			const list = await fetch(`http://127.0.0.1:${port}/`).then(
				(answer) => answer.text(),
				() => ''
			);
			const path = /socket\/\d+\/\d+\/WebPage/.exec(list)?.[0];
			if (!path) continue;
			const inspector = new Inspector(new WebSocket(`ws://127.0.0.1:${port}/${path}`));
			while (!inspector.#target && Date.now() < end) await pause(50);
			return inspector;
		}
		throw new Error('WebKitGTK opened no page.');
	}

	async run(expression: string): Promise<unknown> {
		const promise = await this.#ask('Runtime.evaluate', {
			expression: `Promise.resolve().then(() => (${expression}))`
		});
		const { objectId } = promise.result?.result ?? {};
		const { result, error } = await this.#ask('Runtime.awaitPromise', {
			promiseObjectId: objectId,
			returnByValue: true
		});
		if (error || result?.wasThrown)
			throw new Error(error?.message ?? result?.result.description ?? 'The page threw an error.');
		return result?.result.value;
	}

	async navigate(url: string): Promise<void> {
		const { error } = await this.#ask('Page.navigate', { url });
		if (error) throw new Error(error.message);
	}

	close() {
		this.#socket.close();
	}

	#ask(method: string, params: object): Promise<Evaluated> {
		const id = ++this.#last;
		const message = JSON.stringify({ id, method, params });
		this.#socket.send(
			JSON.stringify({
				id: ++this.#last,
				method: 'Target.sendMessageToTarget',
				params: { targetId: this.#target, message }
			})
		);
		return new Promise((answered, failed) => {
			this.#waiting.set(id, answered);
			// A page that is left does not answer any more.
			setTimeout(() => {
				failed(new Error('The page did not answer.'));
			}, 5000);
		});
	}

	#hear({ method, params }: Message) {
		if (!params) return;
		if (method === 'Target.targetCreated') {
			const { type, targetId, isProvisional } = params.targetInfo;
			if (type === 'page' && !isProvisional) this.#target = targetId;
		}
		if (method === 'Target.didCommitProvisionalTarget') this.#target = params.newTargetId;
		if (method === 'Target.dispatchMessageFromTarget') {
			const answer = JSON.parse(params.message) as Evaluated & { id?: number };
			if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
		}
	}
}
