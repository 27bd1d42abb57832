/** Every shortcut of the app: what is pressed, what it does, and how. The handler and the sheet read this list. */
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { openAll, pressOn, toSearch } from './actions.ts';
import { openSheet } from './sheet.ts';

export interface Shortcut {
	/** As `KeyboardEvent.key` has them, letters small. */
	keys: readonly string[];
	/** How the sheet writes them, where that is not one by one. */
	shown?: string;
	/** What it does, as the sheet says it. */
	does: string;
	/** Works where single keys are switched off too: nothing that speech or a slip types. */
	always?: true;
	/**
	 * Does it; left out where the browser or the page does it by itself.
	 *
	 * @returns false where the page has nothing of the kind, so that the key may mean something else
	 */
	run?: (key: string) => boolean;
}

export interface ShortcutGroup {
	title: string;
	shortcuts: readonly Shortcut[];
}

const PAGES = [
	['h', '/', 'Modules'],
	['r', '/review', 'Review'],
	['d', '/disputes', 'Disputed points'],
	['e', '/explore', 'Explore'],
	['l', '/timeline', 'Timeline'],
	['m', '/map', 'Map'],
	['f', '/figures', 'Figures'],
	['w', '/voices', 'Who is who']
] as const;

const goes = ([key, href, title]: (typeof PAGES)[number]): Shortcut => ({
	keys: [key],
	does: `Goes to ${title}`,
	run: () => {
		void goto(resolve(href));
		return true;
	}
});

/** Of two shortcuts with one key, the one that stands first is tried first. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
	{
		title: 'In a quiz',
		shortcuts: [
			{
				keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
				shown: '1 to 9',
				does: 'Chooses an option, or takes it back where several are right',
				run: (key) => pressOn('.options input', Number(key) - 1)
			},
			{ keys: ['g'], does: 'Answers: a guess', run: () => pressOn('form [value="guess"]') },
			{ keys: ['t'], does: 'Answers: think so', run: () => pressOn('form [value="think"]') },
			{ keys: ['s'], does: 'Answers: sure', run: () => pressOn('form [value="sure"]') },
			{ keys: ['n'], does: 'Goes to the next question', run: () => pressOn('.feedback .primary') },
			{
				keys: ['Enter'],
				does: 'Answers without saying how sure; goes on after an answer',
				always: true
			}
		]
	},
	{
		title: 'On a card',
		shortcuts: [
			{
				keys: ['ArrowLeft'],
				shown: '←',
				does: 'The card before',
				always: true,
				run: () => pressOn('.turn [rel="prev"]')
			},
			{
				keys: ['ArrowRight'],
				shown: '→',
				does: 'The next card, after the last one the quiz',
				always: true,
				run: () => pressOn('.turn [rel="next"]')
			},
			{ keys: ['p'], does: 'Reads the card aloud, or stops', run: () => pressOn('button.read') }
		]
	},
	{
		title: 'On every page',
		shortcuts: [
			{ keys: ['/'], does: 'Searches', run: toSearch },
			{ keys: ['o'], does: 'Opens all that is closed on the page, or closes it', run: openAll },
			{ keys: ['?'], does: 'Shows this list', run: openSheet },
			{ keys: ['Escape'], shown: 'Esc', does: 'Closes this list', always: true }
		]
	},
	{ title: 'To another page', shortcuts: PAGES.map(goes) }
];
