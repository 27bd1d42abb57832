/** Where a link can be handed on to. Plain addresses: nothing is loaded from there. */

export interface Share {
	name: string;
	href: string;
}

/** @param link the whole address that pupils are to open @param title what it is */
export function sharesOf(link: string, title: string): Share[] {
	const classroom = new URL('https://classroom.google.com/share');
	classroom.searchParams.set('url', link);
	classroom.searchParams.set('title', title);
	const teams = new URL('https://teams.microsoft.com/share');
	teams.searchParams.set('href', link);
	teams.searchParams.set('msgText', title);
	return [
		{ name: 'Google Classroom', href: classroom.href },
		{ name: 'Microsoft Teams', href: teams.href }
	];
}
