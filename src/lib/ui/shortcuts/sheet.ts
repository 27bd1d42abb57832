import { mount, unmount } from 'svelte';

/** Shows the list of shortcuts. It is loaded when it is asked for. */
export function openSheet(): true {
	void import('./ShortcutSheet.svelte').then(({ default: ShortcutSheet }) => {
		const sheet = mount(ShortcutSheet, {
			target: document.body,
			props: { close: () => void unmount(sheet) }
		});
	});
	return true;
}
