/** How a gradebook is read: what stands in a cell, who stands for whom while names are hidden, who is where. */
import type { Progress } from '../documents/member.ts';
import type { Cell } from './grade.ts';
import type { Pupil } from './gradebook.ts';
import type { ToTalkAbout } from './talk-about.ts';

/** `out`: counts for nothing. */
export type CellMark = 'right' | 'partly' | 'wrong' | 'blank' | 'out';

/** Scores of thirds do not always add up to a whole point. */
const WHOLE = 1 - 1e-9;

export function cellMark({ counts, score = 0, state, override }: Cell): CellMark {
	if (!counts) return 'out';
	if (score >= WHOLE) return 'right';
	if (score > 1e-9) return 'partly';
	return state === 'blank' && !override ? 'blank' : 'wrong';
}

/**
 * Labels that stand for pupils, by their id: "Pupil 1" joined first. The alphabet would tell who is
 * who, and whoever joins later changes no other's label.
 *
 * @param pupils whose ids sort as they were made
 */
export function hiddenNames(pupils: readonly Pick<Pupil, 'id'>[]): Map<string, string> {
	const ids = pupils.map(({ id }) => id).sort();
	return new Map(ids.map((id, index) => [id, `Pupil ${index + 1}`]));
}

/** Where a pupil is in an assignment. Times are in milliseconds since 1970, UTC. */
export type Place =
	| { at: 'joined' }
	| { at: 'working'; answered: number; of: number; since: number; seen: number }
	| { at: 'handed-in'; attempts: number; since: number };

/**
 * Where a pupil is. An attempt begun after one was handed in is work again.
 *
 * @param progress of the member's devices, by their id
 */
export function placeOf(
	{ attempts, devices }: Pick<Pupil, 'attempts' | 'devices'>,
	assignment: string,
	progress: ReadonlyMap<string, Progress>
): Place {
	const handedIn = Math.max(-Infinity, ...attempts.map(({ handIn }) => handIn.handedIn));
	const done = new Set(attempts.map(({ handIn }) => handIn.id));
	const work = devices.flatMap((device) => {
		const { at: seen, work } = progress.get(device) ?? { at: 0, work: [] };
		return work
			.filter((each) => each.assignment === assignment && !done.has(each.handIn ?? ''))
			.filter(({ begun, handIn }) => handIn === undefined && begun > handedIn)
			.map(({ answered, of, begun }) => ({ answered, of, since: begun, seen }));
	});
	const [latest] = work.sort((a, b) => b.since - a.since);
	if (latest) return { at: 'working', ...latest };
	if (attempts.length > 0) return { at: 'handed-in', attempts: attempts.length, since: handedIn };
	return { at: 'joined' };
}

/** @param part from 0 to 1 */
const percent = (part: number) => `${Math.round(part * 100)}\u00a0%`;

/** Why a question is worth talking about, the strongest reason first, each a sentence. */
export function reasonsFor({ figures, lost, drew, suspect }: ToTalkAbout): string[] {
	const { pupils, sure, drawn } = figures;
	const wrong = sure.wrong.length;
	const right = drawn.find((each) => each.right && drew && each.part === drew.part);
	const drewMore = drew && right && drew.count > right.count;
	return [
		`The class lost ${percent(lost)} of the points.`,
		...(wrong > 0
			? [`${wrong} of ${pupils} ${wrong === 1 ? 'was' : 'were'} sure and not wholly right.`]
			: []),
		...(drew
			? [
					`${drew.part ? `For “${drew.part}”, ` : ''}${drew.count} chose “${drew.option}”${drewMore ? ', more than chose what is right' : ''}.`
				]
			: []),
		...(suspect
			? [
					'Those who know more did worse here: look first whether the question misleads, and take it out if it does.'
				]
			: [])
	];
}
