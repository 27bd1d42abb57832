/** What every page says of being saved; `saving`, which is loaded later, keeps it true. */
class Offline {
	sentence = $state('Not saved on this device yet.');
}

export const offline = new Offline();
