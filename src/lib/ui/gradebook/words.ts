/** How the gradebook says what it shows. */
import type { Cell } from '#lib/class/gradebook/grade.ts';
import type { Attempt, Pupil } from '#lib/class/gradebook/gradebook.ts';
import type { Trust } from '#lib/class/gradebook/items.ts';
import { cellMark, type CellMark, type Place } from '#lib/class/gradebook/look.ts';
import { points } from '#lib/class/marks/table.ts';
import type { Explanation } from '#lib/quiz/kind.ts';

export const MARKS: Record<CellMark, { sign: string; word: string }> = {
	right: { sign: '✓', word: 'right' },
	partly: { sign: '◐', word: 'partly' },
	wrong: { sign: '✗', word: 'wrong' },
	blank: { sign: '–', word: 'blank' },
	out: { sign: '·', word: 'not counted' }
};

/**
 * A cell as one text of two lines; thousands of them are drawn at once. It stays empty where nothing
 * is handed in: there is nothing that could count.
 */
export function cellText(cell: Cell, { counted }: Pick<Pupil, 'counted'>): string {
	const mark = cellMark(cell);
	const { sign, word } = MARKS[mark];
	if (mark === 'out') return counted ? sign : '';
	return `${sign}\u00a0${points(cell.score ?? 0)}${cell.override ? '*' : ''}\n${word}`;
}

export const TRUST: Record<Trust, string> = {
	'too-few':
		'Fewer than 10 pupils: the figures are hardly more than chance; look at the answers themselves.',
	rough: 'Fewer than 30 pupils: the figures are rough; chance alone moves them much.',
	fair: ''
};

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'short',
	hour: '2-digit',
	minute: '2-digit'
});

/** The clock's time of the same day; day and time of another. In milliseconds since 1970, UTC. */
export const timeOf = (time: number, now: number): string =>
	(new Date(time).toDateString() === new Date(now).toDateString() ? clock : day).format(time);

export function placeText(place: Place, now: number): string {
	if (place.at === 'joined') return 'not begun';
	if (place.at === 'handed-in') return `handed in ${timeOf(place.since, now)}`;
	return `at ${place.answered} of ${place.of}`;
}

/** What is out of the ordinary in an attempt. */
export const flagsOf = ({ late, overtime, beyond }: Attempt): string[] => [
	...(late ? ['late'] : []),
	...(overtime ? ['over time'] : []),
	...(beyond ? ['one more than allowed, not counted'] : [])
];

/** What is out of the ordinary with a pupil. */
export function pupilFlags({ counted, attempts, sameName, devices }: Pupil): string[] {
	const beyond = attempts.filter((each) => each.beyond).length;
	return [
		...(counted ? flagsOf(counted) : []),
		...(attempts.length > 1 ? [`${attempts.length} attempts`] : []),
		...(beyond > 0 ? [`${beyond} more than allowed`] : []),
		...(sameName ? ['same name as another'] : []),
		...(devices.length > 1 ? [`${devices.length} devices`] : [])
	];
}

/** @param seconds from 0 */
export const duration = (seconds: number): string =>
	seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;

export const CONFIDENCE_NAMES = { guess: 'a guess', think: 'thought so', sure: 'sure' } as const;

/** An explanation as the teacher reads it: what was chosen is the pupil's answer, not the reader's. */
export const ofPupil = (part: Explanation): Explanation =>
	part.mark === 'wrong'
		? { ...part, given: part.given?.replace(/^You /, 'The pupil ') ?? 'Chosen, not right' }
		: part;
