/** What every page says of being saved: nothing until `saving`, which is loaded later, knows. */
class Offline {
	sentence = $state('');
}

export const offline = new Offline();
