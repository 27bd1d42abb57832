import type { Speaker } from '#lib/study/sources.ts';

/** Who has the word in an article. */
export const SPEAKER_NAMES: Record<Speaker, string> = {
	armenia: 'Armenia',
	azerbaijan: 'Azerbaijan',
	karabakh: 'Karabakh authorities',
	outside: 'Outside parties',
	unnamed: 'Unnamed voices',
	itself: 'The article itself'
};
