import { balanceOf } from '../balance.ts';
import { byCamp, sideOfClaim } from '../sides.ts';
import type { ReadModule } from '../gather.ts';
import { mistakeAt, type Rule, type RuleInput } from './rule.ts';

const values = ({ cards, items }: ReadModule) => ({
	cards: cards.map(({ value }) => value),
	items: items.map(({ value }) => value)
});

/** Whether all is read that the balance of a module hangs on. */
const isRead = ({ records }: RuleInput, { folder }: ReadModule) =>
	!records.unread.some(
		({ path }) => /^(claims\/|voices)/.test(path) || path.startsWith(`${folder}/`)
	);

/**
 * In a module about both sides, keys rest about as often on the claims of each, or the module says
 * why the articles make it otherwise. A reason that is not needed is a mistake too.
 */
export const balancedModules: Rule = (input) => {
	const sideOf = sideOfClaim(input.known.claims, input.known.voices);
	return input.records.modules.flatMap((module) => {
		const { head } = module;
		if (!head || !isRead(input, module)) return [];
		const { keyed, uneven } = balanceOf(values(module), sideOf);
		const { armenian, azerbaijani } = byCamp(keyed);
		const counts = `${armenian} times on claims of Armenia or the Karabakh authorities and ${azerbaijani} times on claims of Azerbaijan`;
		if (uneven && !head.value.balance)
			return [
				mistakeAt(
					head,
					['id'],
					`rests its keys ${counts}, more than 1.2 to 1; ask more about the other side's claims, or say in balance why the articles make it so`
				)
			];
		if (!uneven && head.value.balance)
			return [
				mistakeAt(
					head,
					['balance'],
					`gives a reason for an imbalance, and rests its keys evenly, ${counts}; remove the reason`
				)
			];
		return [];
	});
};
