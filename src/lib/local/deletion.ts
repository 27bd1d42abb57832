/** Lets every tab know that all was deleted in one of them. */

const CHANNEL = 'who-says-what-deleted';

export function tellDeletion() {
	const channel = new BroadcastChannel(CHANNEL);
	channel.postMessage(true);
	channel.close();
}

/** @param leave what a tab does when all was deleted in another @returns ends it */
export function followDeletion(leave: () => void): () => void {
	const channel = new BroadcastChannel(CHANNEL);
	channel.onmessage = leave;
	return () => {
		channel.close();
	};
}
