import { SAVE_TEACHING } from './messages.ts';

/** Whether the teacher's pages are saved on this device, beside the app itself. */
class Teaching {
	/** What to tell the teacher; nothing until it is known. */
	sentence = $state('');

	/**
	 * Saves them, as soon as the app itself is saved. From then on every new version brings its own.
	 * In a browser that cannot save the app this never ends, and nothing is told.
	 */
	async save(): Promise<void> {
		const { active } = await navigator.serviceWorker.ready;
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => {
			port1.close();
			this.sentence =
				data === true
					? 'The teacher’s pages are saved on this device, too.'
					: 'The teacher’s pages could not be saved on this device yet; the next visit tries again.';
		};
		active?.postMessage({ type: SAVE_TEACHING }, [port2]);
	}
}

export const teaching = new Teaching();
