/**
 * Folds the spellings of a word into one key, so that Kəlbəcər, Kalbajar and Քարվաճառ can be typed
 * as a reader knows them. A key is for comparing only and is never shown.
 */

/** Letters that are no Latin letter with a mark on it. */
const LATIN = { ə: 'a', ı: 'i', ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', đ: 'd' };

/** After ISO 9985, with the digraphs of English. */
const ARMENIAN: Record<string, string> = Object.fromEntries(
	(
		'ա a,բ b,գ g,դ d,ե e,զ z,է e,ը e,թ t,ժ zh,ի i,լ l,խ kh,ծ ts,կ k,հ h,ձ dz,ղ gh,ճ ch,մ m,յ y,ն n,շ sh,ո o,' +
		'չ ch,պ p,ջ j,ռ r,ս s,վ v,տ t,ր r,ց ts,ւ v,փ p,ք k,օ o,ֆ f'
	)
		.split(',')
		.map((pair) => pair.split(' ') as [string, string])
);

const CYRILLIC: Record<string, string> = Object.fromEntries(
	(
		'а a,б b,в v,г g,д d,е e,ж j,з z,и i,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh,ц ts,ч ch,ш sh,щ sh,' +
		'ъ ,ы y,ь ,э e,ю yu,я ya'
	)
		.split(',')
		.map((pair) => pair.split(' ') as [string, string])
);

const LETTERS: Record<string, string> = { ...LATIN, ...ARMENIAN, ...CYRILLIC };

const lower = (text: string) => text.toLowerCase().normalize('NFKD').toLowerCase();

/**
 * The letters of a text without case, marks, script or habits of spelling: Azerbaijani c, x and q
 * become j, k and k, and the digraphs ch, gh, kh, sh and zh one letter. A longer text never has a
 * key that leaves the key of its beginning, but for half a digraph, so that typing goes on finding.
 */
export const fold = (text: string): string =>
	lower(text)
		.replace(/\p{M}/gu, '')
		.replace(/ու/g, 'u')
		.replace(/[^\p{ASCII}]/gu, (letter) => LETTERS[letter] ?? letter)
		.replace(/[xq]/g, 'k')
		.replace(/([cgksz])h+/g, '$1')
		.replace(/c/g, 'j');

/** The word without the ending of an English plural or possessive; it need not be a word itself. */
export function stem(word: string): string {
	const own = word.toLowerCase().replace(/['’ʼ]s$/, '');
	if (own.length < 4) return own;
	if (own.endsWith('ies')) return own.slice(0, -2);
	if (/(?:ss|sh|ch|x)es$/.test(own)) return own.slice(0, -2);
	if (/[^s]s$/.test(own)) return own.slice(0, -1);
	return own.replace(/([^aeiou])y$/, '$1i');
}
