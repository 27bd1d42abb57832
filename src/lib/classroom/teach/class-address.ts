/** The address of a page that opens with a class: its fragment may hold the secret, and others may see the screen. */
import { page } from '$app/state';
import { putAddress } from '../../ui/address.ts';

export class ClassAddress {
	#put = '';

	/** Whether a fragment asks for a class, and does not only stand for one that is open. */
	opens(fragment: string): boolean {
		if (this.#put !== '' && fragment === this.#put) return false;
		this.#put = '';
		return true;
	}

	/** Puts a fragment without the secret in the place of the one that opened the class. */
	async shorten(short: string): Promise<void> {
		if (page.url.hash === short) return;
		this.#put = short;
		// `replaceState` would leave the secret in the page's own address, which its links take over.
		await putAddress(new URL(short, page.url));
	}
}
