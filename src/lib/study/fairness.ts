/** The fairness report as its page shows it: rows of tables, and what each counts. */
import type { LedgerIndex } from '../content/evidence.ts';
import type { Fairness, SideCounts } from '../content/fairness.ts';
import type { CatalogPack } from '../content/packs.ts';
import type { Claim, Side, Source, Voice } from '../content/records.ts';
import { byCamp, PARTIES, type BySide, type Party } from '../content/sides.ts';
import { STATUS_NAMES, type Status } from '../content/status.ts';

export const COLUMNS: readonly { side: Side; title: string }[] = [
	{ side: 'armenia', title: 'Armenia' },
	{ side: 'azerbaijan', title: 'Azerbaijan' },
	{ side: 'karabakh', title: 'Karabakh authorities' },
	{ side: 'outside', title: 'Outside parties' },
	{ side: 'none', title: 'Articles, and unnamed' }
];

const COUNTS: readonly { of: keyof SideCounts; title: string; what: string; parties?: true }[] = [
	{
		of: 'claims',
		title: 'Claims',
		what: 'Statements in the ledger whose voice speaks for the side.'
	},
	{
		of: 'quotations',
		title: 'Quotations',
		what: 'Those of which the article’s own words are kept, twelve at most.'
	},
	{ of: 'accusations', title: 'Accusations', what: 'Those that put something on another side.' },
	{ of: 'denials', title: 'Denials', what: 'Those that say of something that it was not so.' },
	{ of: 'casualties', title: 'Losses', what: 'Those that tell of dead, wounded or lost.' },
	{
		of: 'words',
		title: 'Words on cards',
		what: 'In sentences that rest on claims of this side and of no other.'
	},
	{
		of: 'keyed',
		title: 'Keys',
		what: 'How often a right answer rests on a claim of the side: once for each question and claim.'
	},
	{
		of: 'right',
		title: 'Right options',
		what: 'Options that name this side or its people, and no other side, and are right.',
		parties: true
	},
	{
		of: 'wrong',
		title: 'Wrong options',
		what: 'The same, of options that are wrong.',
		parties: true
	},
	{ of: 'untaught', title: 'Never taught', what: 'Claims that no card cites.' },
	{
		of: 'unasked',
		title: 'Never asked',
		what: 'Claims on which no right answer rests, nor on another that says the same.'
	}
];

const isParty = (side: Side): side is Party => (PARTIES as readonly Side[]).includes(side);

/** A row for each count; a cell is `undefined` where the count does not apply to a side. */
export const countRows = (sides: SideCounts) =>
	COUNTS.map(({ of, title, what, parties }) => ({
		title,
		what,
		cells: COLUMNS.map(({ side }) => ({
			side,
			number: parties && !isParty(side) ? undefined : sides[of][side]
		}))
	}));

export interface BalanceRow {
	module: string;
	title: string;
	keyed: BySide;
	right: BySide;
	wrong: BySide;
	/** What the module says of itself: why it is uneven, or that it is not about both. */
	remark?: string;
}

/** A row for each module in the order of the course. */
export function balanceRows({ modules }: Fairness, catalog: CatalogPack): BalanceRow[] {
	return modules.map(({ module, keyed, right, wrong, aboutBoth, balance }) => {
		const title = catalog.modules.find(({ id }) => id === module)?.title ?? module;
		const remark = balance ?? (aboutBoth ? undefined : 'Not about both sides.');
		return { module, title, keyed, right, wrong, ...(remark && { remark }) };
	});
}

/** Where the bars of a row begin and end, in shares of the longest on either side of the middle. */
export function barsOf(rows: readonly Pick<BalanceRow, 'keyed'>[]) {
	const camps = rows.map(({ keyed }) => byCamp(keyed));
	const longest = Math.max(1, ...camps.flatMap((counts) => Object.values(counts)));
	return rows.map(({ keyed }) => ({
		armenia: keyed.armenia / longest,
		karabakh: keyed.karabakh / longest,
		azerbaijan: keyed.azerbaijan / longest
	}));
}

/** How a status is worked out, in the order in which it is tried. */
const WORKED_OUT: readonly [Status, string][] = [
	[
		'contradicted',
		'a claim of one position is denied, or answered with a different account, by a claim outside that position'
	],
	['differ', 'claims of two positions are linked as giving different accounts of the same fact'],
	['unclear', 'an article leaves open who said one of the claims, or its day, place or number'],
	['one-side', 'all who speak are of one camp, Armenia and the Karabakh authorities or Azerbaijan'],
	['agreed', 'none of these is so']
];

/** Each status with its rule and the number of disputed points that have it. */
export const statusRows = ({ statuses }: Fairness) =>
	WORKED_OUT.map(([status, when]) => ({
		status,
		name: STATUS_NAMES[status],
		when,
		points: statuses[status]
	}));

export interface LeftOut {
	claim: Claim;
	voice: Voice;
	source: Source;
}

/** Claims by their ids, each with voice and source. */
export const attributed = (ids: readonly string[], ledger: LedgerIndex): LeftOut[] =>
	ledger.evidence(ids).map(({ claim, voice, source }) => ({ claim, voice, source }));
