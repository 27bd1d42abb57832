/** A browser engine that the offline journey is driven in. */
export interface Engine {
	name: string;
	/** What this machine lacks to drive it, as one sentence; `undefined` when nothing. */
	missing(): string | undefined;
	/** @param profile a folder that keeps what the browser remembers, over restarts */
	start(profile: string, url: string): Promise<Browser>;
}

/** A browser with one tab. */
export interface Browser {
	open(url: string): Promise<void>;
	/** What an expression comes to in the page; a promise is waited for. */
	run(expression: string): Promise<unknown>;
	close(): Promise<void>;
}
