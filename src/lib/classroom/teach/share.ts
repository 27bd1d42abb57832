/**
 * Where a link can be handed on to. Plain addresses: nothing is loaded from there. They are those
 * that the services' own share buttons open, with the fields that these take: Google, "Add a
 * Classroom share button"; Microsoft, "Share to Teams from web apps".
 */

export interface Share {
	name: string;
	href: string;
}

/** Characters that Teams takes into a message, and into the title of an assignment. */
const MESSAGE = 200;
const TITLE = 50;

const shareAt = (address: string, fields: Record<string, string>): string =>
	`${address}?${new URLSearchParams(fields).toString()}`;

/** @param link the whole address that pupils are to open @param title what it is */
export const sharesOf = (link: string, title: string): Share[] => [
	{
		name: 'Google Classroom',
		href: shareAt('https://classroom.google.com/share', { url: link, title })
	},
	{
		name: 'Microsoft Teams',
		href: shareAt('https://teams.microsoft.com/share', {
			href: link,
			msgText: title.slice(0, MESSAGE),
			assignTitle: title.slice(0, TITLE)
		})
	}
];
