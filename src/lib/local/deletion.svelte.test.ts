import { expect, it, vi } from 'vitest';
import { followDeletion, tellDeletion } from './deletion.ts';

/** Another tab of the app, as far as this one hears it. */
const another = () => new BroadcastChannel('who-says-what-deleted');

it('sends every other tab away, and not the one that deletes', async () => {
	const leave = vi.fn();
	const end = followDeletion(leave);
	const other = another();
	const heard = new Promise((resolve) => {
		other.onmessage = resolve;
	});
	tellDeletion();
	await heard;
	// Messages come in order: the own one is here before the other's.
	other.postMessage(0);
	await vi.waitUntil(() => leave.mock.calls.length > 0);
	expect(leave).toHaveBeenCalledOnce();
	end();
	other.close();
});
