/** Lets every other tab know that all is deleted in this one. */

const CHANNEL = 'who-says-what-deleted';
/** This tab hears itself: to leave meanwhile would cut the deletion short. */
const THIS_TAB = Math.random();

export function tellDeletion() {
	const channel = new BroadcastChannel(CHANNEL);
	channel.postMessage(THIS_TAB);
	channel.close();
}

/** @param leave what a tab does when all was deleted in another @returns ends it */
export function followDeletion(leave: () => void): () => void {
	const channel = new BroadcastChannel(CHANNEL);
	channel.onmessage = ({ data }) => {
		if (data !== THIS_TAB) leave();
	};
	return () => {
		channel.close();
	};
}
