/** A text as part of a file's name: small letters without accents, digits, and `-` between them; empty where it has none. */
export const fileName = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '')
		.toLowerCase();

/**
 * The name of a file that holds a hand-in, so that a teacher sees whose it is before opening it.
 *
 * @param name of the pupil @param id of the hand-in
 */
export const handInFileName = (name: string, id: string): string =>
	[fileName(name), 'hand-in', `${id.slice(-6).toLowerCase()}.json`].filter(Boolean).join('-');
