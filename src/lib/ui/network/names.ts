/** How the app names the kinds of contact. */
import type { Side } from '#lib/content/records.ts';
import type { ContactKind } from '#lib/study/network.ts';

export const KIND_NAMES: Record<ContactKind, { one: string; many: string; is: string }> = {
	met: { one: 'Meeting', many: 'Meetings', is: '' },
	planned: {
		one: 'Planned meeting',
		many: 'Planned meetings',
		is: 'no article tells whether held'
	},
	spoke: { one: 'Talk', many: 'Talks', is: 'most by telephone' },
	asked: { one: 'Appeal', many: 'Appeals', is: 'the arrow points to who was asked' }
};

/** How a list of contacts opens what it says of its tellers. */
export const TOLD: Record<ContactKind, string> = {
	met: 'Told by',
	planned: 'Announced by',
	spoke: 'Told by',
	asked: 'Words of'
};

export const GROUP_TITLES: Record<Side, string> = {
	armenia: 'Armenian side',
	azerbaijan: 'Azerbaijani side',
	karabakh: 'Karabakh side',
	outside: 'Outside parties',
	none: 'No side'
};
