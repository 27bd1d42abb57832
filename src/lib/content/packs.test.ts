import { describe, expect, it } from 'vitest';
import { passed } from '../../../tests/support/sample-content.ts';
import { packQuiz, packWhys } from './packs.ts';

const [module] = passed().ledger.modules;
if (!module) throw new Error('The sample has no module.');

/** Every text of the sample's questions that says why, by question. */
const WHYS = {
	'q-choice': { a: 'It wrote to the paper.', b: 'It answered later.' },
	'q-match': { said: 'It wrote so.', denied: 'It answered so.' }
};

describe('the packs of a quiz', () => {
	it('hold what it asks in one, and why in the other', () => {
		const { whys } = packWhys(module);
		expect(whys).toMatchObject(WHYS);
		const asked = JSON.stringify(packQuiz(module));
		const told = Object.values(whys).flatMap((own) => Object.values(own));
		expect(told.filter((why) => asked.includes(why))).toEqual([]);
	});

	it('know the same questions', () => {
		const ids = packQuiz(module).items.map(({ id }) => id);
		expect(Object.keys(packWhys(module).whys)).toEqual(ids);
	});
});
