/**
 * The gradebook of one assignment: pupils by questions. It is worked out anew from the documents
 * each time, so it is the same whatever the order in which they came, and however often.
 */
import type { PlayedItem } from '../../content/item.ts';
import { SKILLS, type Skill } from '../../content/skill.ts';
import { newest, type Assignment } from '../documents/assignment.ts';
import { holding, type Decision, type Desk } from '../documents/desk.ts';
import type { HandIn } from '../documents/hand-in.ts';
import { foldedName } from '../documents/name.ts';
import { graded, ruled, share, tally, type Cell, type Rulings, type Tally } from './grade.ts';
import { merged, pupilOf, standingHandIns, type Received } from './merge.ts';

/** A question as this app's content has it. */
export interface ContentItem {
	item: PlayedItem;
	/** Id of its module. */
	module: string;
}

/** Everything that is known of an assignment. */
export interface Work {
	/** Its revisions, at least one. */
	revisions: readonly Assignment[];
	handIns: readonly Received[];
	/** Those who joined; who only handed in is found there. */
	members: readonly { id: string; name: string }[];
	desk: readonly Desk[];
	/** Minutes more, by the id of the member. */
	extra?: ReadonlyMap<string, number>;
}

export interface Question {
	id: string;
	/** The revision that was set. */
	revision: number;
	/** How this app has it. */
	state: 'there' | 'revised' | 'gone';
	item?: PlayedItem;
	module?: string;
	/** Taken out of the assignment by a later revision; counts for those who answered an earlier one. */
	dropped: boolean;
	/** Why it counts for nobody, where it does not. */
	voided?: string;
}

export interface Attempt {
	handIn: HandIn;
	received?: number | undefined;
	/** From 1, in the order of handing in. */
	number: number;
	/** Handed in after closing, by the pupil's clock. */
	late: boolean;
	/** Took longer than it may, by more than a minute. */
	overtime: boolean;
	/** One more than may be handed in: shown, never counted. */
	beyond: boolean;
	cells: Cell[];
	tally: Tally;
}

export interface Pupil {
	/** Id of the member. */
	id: string;
	name: string;
	/** Ids of all devices that count as this pupil. */
	devices: string[];
	/** Another pupil has this name too. */
	sameName: boolean;
	attempts: Attempt[];
	/** The attempt that counts. */
	counted?: Attempt;
	/** Of the attempt that counts, one for each question. */
	cells: Cell[];
	/** Absent where nothing was handed in. */
	tally?: Tally;
	/** By module and by skill, in the order of the gradebook's. */
	modules: Tally[];
	skills: Tally[];
}

export interface Gradebook {
	assignment: Assignment;
	questions: Question[];
	/** By name. */
	pupils: Pupil[];
	/** Ids of the modules that are asked about, in the order of the questions. */
	modules: string[];
	skills: Skill[];
	/** Ids of hand-ins that came with two contents. */
	conflicts: string[];
}

/** Nobody is fast enough to hand in on the very second. */
const GRACE = 60_000;

function questionsOf(
	latest: Assignment,
	revisions: readonly Assignment[],
	content: ReadonlyMap<string, ContentItem>,
	decisions: readonly Decision[]
): Question[] {
	const voided = new Map(
		decisions.flatMap((each) =>
			each.kind === 'void' && each.voided && each.assignment === latest.id
				? [[each.item, each.reason] as const]
				: []
		)
	);
	const kept = new Set(latest.items.map(({ id }) => id));
	const earlier = [...revisions].sort((a, b) => b.revision - a.revision);
	const entries = new Map(latest.items.map((entry) => [entry.id, entry]));
	for (const entry of earlier.flatMap(({ items }) => items))
		if (!entries.has(entry.id)) entries.set(entry.id, entry);
	return [...entries.values()].map(({ id, revision }): Question => {
		const known = content.get(id);
		const reason = voided.get(id);
		return {
			id,
			revision,
			state: known ? (known.item.revision === revision ? 'there' : 'revised') : 'gone',
			dropped: !kept.has(id),
			...known,
			...(reason !== undefined && { voided: reason })
		};
	});
}

/** Ids of the questions of each revision; of one that is not known, those of the newest. */
function askedIn(latest: Assignment, revisions: readonly Assignment[]) {
	const idsOf = ({ items }: Assignment) => new Set(items.map(({ id }) => id));
	const known = new Map<number, ReadonlySet<string>>();
	for (const { revision } of revisions) {
		const holds = newest(revisions.filter((each) => each.revision === revision));
		if (holds) known.set(revision, idsOf(holds));
	}
	const fallback = idsOf(latest);
	return (revision: number) => known.get(revision) ?? fallback;
}

/** What the teacher decided about each pupil's answers, by pupil. */
function rulingsBy(
	assignment: Assignment,
	decisions: readonly Decision[],
	questions: readonly Question[],
	pupil: (member: string) => string
): (pupil: string) => Rulings {
	const voided = new Set(questions.flatMap(({ id, voided }) => (voided === undefined ? [] : id)));
	const byPupil = new Map<string, Map<string, { score: number; reason: string }>>();
	for (const each of decisions) {
		if (each.kind !== 'override' || each.score === null) continue;
		if (each.assignment !== assignment.id) continue;
		const id = pupil(each.member);
		const own = byPupil.get(id) ?? new Map<string, { score: number; reason: string }>();
		own.set(each.item, { score: each.score, reason: each.reason });
		byPupil.set(id, own);
	}
	const none = new Map<string, never>();
	return (id) => ({ overrides: byPupil.get(id) ?? none, voided });
}

/** The attempt that counts: the best by share of points, of equals the first; or the last one. */
function countedOf(attempts: readonly Attempt[], counts: Assignment['counts']) {
	const valid = attempts.filter(({ beyond }) => !beyond);
	if (counts === 'last') return valid.at(-1);
	return valid.reduce<Attempt | undefined>(
		(best, each) => (!best || (share(each.tally) ?? 0) > (share(best.tally) ?? 0) ? each : best),
		undefined
	);
}

const byName = new Intl.Collator('en', { numeric: true });

/** Places of the questions with the same mark, by that mark. */
function placesBy<Key>(
	questions: readonly Question[],
	keyOf: (question: Question) => Key | undefined
) {
	const places = new Map<Key, number[]>();
	for (const [place, question] of questions.entries()) {
		const key = keyOf(question);
		if (key === undefined) continue;
		const known = places.get(key);
		if (known) known.push(place);
		else places.set(key, [place]);
	}
	return places;
}

interface Person {
	id: string;
	name: string;
	devices: Set<string>;
	handIns: Received[];
}

/** Everybody who joined or handed in; a name comes from who joined, else from the last hand-in. */
function people(work: Work, handIns: readonly Received[], pupil: (member: string) => string) {
	const all = new Map<string, Person>();
	const personOf = (member: string) => {
		const id = pupil(member);
		const person = all.get(id) ?? { id, name: '', devices: new Set(), handIns: [] };
		all.set(id, person);
		person.devices.add(member);
		return person;
	};
	for (const each of handIns) {
		const person = personOf(each.document.member.id);
		person.name = each.document.member.name;
		person.handIns.push(each);
	}
	// In a fixed order, and the pupil's own device last, whose name holds.
	const members = [...work.members].sort(
		(a, b) =>
			Number(a.id === pupil(a.id)) - Number(b.id === pupil(b.id)) ||
			(a.id + a.name < b.id + b.name ? -1 : 1)
	);
	for (const { id, name } of members) personOf(id).name = name;
	return [...all.values()];
}

/** What every row of a gradebook is worked out from. */
interface Book {
	assignment: Assignment;
	ids: readonly string[];
	itemOf: (id: string) => PlayedItem | undefined;
	asked: (revision: number) => ReadonlySet<string>;
	rulingsOf: (pupil: string) => Rulings;
	extraOf: (device: string) => number;
	/** Places of the questions of each module and skill. */
	modules: ReadonlyMap<string, readonly number[]>;
	skills: ReadonlyMap<Skill, readonly number[]>;
}

function attemptOf(
	{ assignment, ids, itemOf, asked }: Book,
	{ document, received }: Received,
	index: number,
	{ rulings, extra }: { rulings: Rulings; extra: number }
): Attempt {
	const { closes = Infinity, minutes = Infinity, attempts = Infinity } = assignment;
	const cells = graded(document, ids, asked(document.revision), itemOf, rulings);
	return {
		handIn: document,
		received,
		number: index + 1,
		late: document.handedIn > closes,
		overtime: document.handedIn - document.begun > (minutes + extra) * 60_000 + GRACE,
		beyond: index >= attempts,
		cells,
		tally: tally(cells)
	};
}

function pupilRow(book: Book, { id, name, devices, handIns }: Person): Omit<Pupil, 'sameName'> {
	const rulings = book.rulingsOf(id);
	const extra = Math.max(0, ...[...devices].map(book.extraOf));
	const attempts = handIns.map((each, index) => attemptOf(book, each, index, { rulings, extra }));
	const counted = countedOf(attempts, book.assignment.counts);
	// Who handed in nothing can still be given points, for what was said aloud for example.
	const cells =
		counted?.cells ??
		book.ids.map((item) => ruled({ state: 'not-asked', counts: false }, item, rulings));
	const points = tally(cells);
	return {
		id,
		name,
		devices: [...devices].sort(),
		attempts,
		...(counted && { counted }),
		cells,
		...((counted || points.of > 0) && { tally: points }),
		modules: [...book.modules.values()].map((places) => tally(cells, places)),
		skills: [...book.skills.values()].map((places) => tally(cells, places))
	};
}

/** Rows by name; those who share one are told apart. */
function inOrder(rows: readonly Omit<Pupil, 'sameName'>[]): Pupil[] {
	const folded = rows.map(({ name }) => foldedName(name));
	const counts = new Map<string, number>();
	for (const name of folded) counts.set(name, (counts.get(name) ?? 0) + 1);
	return rows
		.map((row, index): Pupil => ({ ...row, sameName: (counts.get(folded[index] ?? '') ?? 0) > 1 }))
		.sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/**
 * Makes the gradebook. Kinds must be loaded.
 *
 * @param content the questions of this app, by id
 * @throws RangeError without any revision of the assignment
 */
export function gradebook(work: Work, content: ReadonlyMap<string, ContentItem>): Gradebook {
	const assignment = newest(work.revisions);
	if (!assignment) throw new RangeError('A gradebook needs its assignment.');
	const decisions = holding(work.desk);
	const pupil = pupilOf(decisions);
	const { handIns, conflicts } = merged(work.handIns);
	const questions = questionsOf(assignment, work.revisions, content, decisions);
	const skills = placesBy(questions, ({ item }) => item?.tests);
	const present = SKILLS.filter((skill) => skills.has(skill));
	const book: Book = {
		assignment,
		ids: questions.map(({ id }) => id),
		itemOf: (id) => content.get(id)?.item,
		asked: askedIn(assignment, work.revisions),
		rulingsOf: rulingsBy(assignment, decisions, questions, pupil),
		extraOf: (device) => work.extra?.get(device) ?? 0,
		modules: placesBy(questions, ({ module }) => module),
		skills: new Map(present.map((skill) => [skill, skills.get(skill) ?? []]))
	};
	const all = people(work, standingHandIns(handIns, assignment, decisions), pupil);
	return {
		assignment,
		questions,
		pupils: inOrder(all.map((person) => pupilRow(book, person))),
		modules: [...book.modules.keys()],
		skills: present,
		conflicts
	};
}

/** Points of a whole class by one module or skill, and in all: sums over its pupils. */
export const classTally = (tallies: readonly (Tally | undefined)[]): Tally =>
	tallies.reduce<Tally>(
		(sum, each) => ({ score: sum.score + (each?.score ?? 0), of: sum.of + (each?.of ?? 0) }),
		{ score: 0, of: 0 }
	);
