/** Whether the app is saved on this device. */
class Offline {
	ready = $state(false);
	sentence = $derived(
		this.ready ? 'Everything is saved; it works without a network.' : 'Not saved yet.'
	);
}
export const offline = new Offline();
