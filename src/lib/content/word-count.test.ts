import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countForms } from './word-count.ts';

const count = (forms: string[][], text: string | string[], except: string[] = []) =>
	countForms(
		forms.map(([form = '', ...also]) => ({ form, also })),
		except,
		[text].flat()
	);
const all = (...asked: Parameters<typeof count>) => count(...asked).map((each) => each.all);

describe('countForms', () => {
	it('finds whole words, whatever their capitals', () => {
		expect(all([['sok']], 'Sok, SOK, sok; Sotk, sock, Soká, sok2')).toEqual([3]);
	});

	it('finds a word beside a hyphen, an apostrophe or a bracket', () => {
		expect(all([['Azerbaijani']], 'Armenian-Azerbaijani [Azerbaijani] Azerbaijani’s')).toEqual([3]);
	});

	it('counts listed endings with the form, and guesses none', () => {
		expect(all([['clash', 'clashes']], 'A clash, two clashes, clashing')).toEqual([2]);
	});

	it('takes a space, a hyphen and the end of a line for the same', () => {
		expect(all([['arch foes']], 'arch foes, arch-foes, arch‑foes, arch\nfoes, archfoes')).toEqual([
			4
		]);
	});

	it('counts the longer of two phrases, whichever is listed first', () => {
		const text = 'Nagorno-Karabakh, the Karabakh army, Nagorno Karabakh';
		expect(all([['Karabakh'], ['Nagorno-Karabakh']], text)).toEqual([1, 2]);
		expect(all([['Nagorno-Karabakh'], ['Karabakh']], text)).toEqual([2, 1]);
		expect(all([['Lachin'], ['Lachin corridor']], 'Lachin corridor, Lachin')).toEqual([1, 1]);
	});

	it('counts no letter twice: of two that overlap, the one that begins first', () => {
		expect(all([['peace deal breach'], ['breach of faith']], 'peace deal breach of faith')).toEqual(
			[1, 0]
		);
	});

	it('leaves out phrases in which the form means something else', () => {
		expect(
			all([['claimed']], 'who claimed it; it claimed over ten lives', ['claimed over'])
		).toEqual([1]);
	});

	it('does not read on from one paragraph into the next', () => {
		expect(all([['peace deal']], ['no peace', 'deal'])).toEqual([0]);
	});

	it('takes marks in a form for themselves', () => {
		expect(all([['Armenia, Azerbaijan']], 'Armenia, Azerbaijan; Armenia and Azerbaijan')).toEqual([
			1
		]);
		expect(all([['a.c']], 'abc a.c')).toEqual([1]);
	});

	it('tells what stands between quotation marks, straight or curly', () => {
		expect(count([['enemy']], 'enemy "enemy fire" enemy “the enemy” enemy')).toEqual([
			{ all: 5, quoted: 2 }
		]);
	});

	it('takes a mark that is never closed for no quotation', () => {
		expect(count([['enemy']], ['“the enemy', 'enemy” enemy'])).toEqual([{ all: 3, quoted: 0 }]);
	});

	it('takes what an editor put into a quotation for not quoted', () => {
		expect(
			count([['Azerbaijani']], '“losses among [Azerbaijani] servicemen” "(Azerbaijani)"')
		).toEqual([{ all: 2, quoted: 0 }]);
	});

	it('takes a phrase that reaches out of a quotation for not quoted', () => {
		expect(count([['enemy fire']], '“enemy” fire, “enemy fire”')).toEqual([{ all: 1, quoted: 1 }]);
	});

	const word = fc.constantFrom('peace', 'deal', 'truce', 'Karabakh', 'Nagorno-Karabakh', 'army');
	const text = fc.array(word, { maxLength: 30 });

	it('counts each word of a text of listed words once', () => {
		fc.assert(
			fc.property(text, (words) => {
				const forms = ['peace', 'deal', 'truce', 'Karabakh', 'Nagorno-Karabakh', 'army'];
				const counted = all(
					forms.map((form) => [form]),
					words.join(' ')
				);
				expect(counted).toEqual(forms.map((form) => words.filter((each) => each === form).length));
			})
		);
	});

	it('gives the same counts in any order of the forms', () => {
		const forms = [['peace'], ['peace deal'], ['deal', 'truce'], ['Karabakh army'], ['army']];
		fc.assert(
			fc.property(
				text,
				fc.shuffledSubarray(forms, { minLength: forms.length }),
				(words, shuffled) => {
					const byForm = (asked: string[][]) => {
						const counted = all(asked, words.join(' '));
						return new Map(asked.map(([form], index) => [form, counted[index]]));
					};
					const expected = byForm(forms);
					for (const [form, number] of byForm(shuffled)) expect(number).toBe(expected.get(form));
				}
			)
		);
	});
});
