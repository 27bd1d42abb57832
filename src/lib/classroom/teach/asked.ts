/** What the address of the assignment's page asks for, behind its #: no server needs to know of which class. */

export interface Asked {
	/** Id of the class; empty for none. */
	of: string;
	/** Id of the assignment that is changed; empty for a new one. */
	edited: string;
}

export function readAsked(fragment: string): Asked {
	const asked = new URLSearchParams(fragment.replace(/^#/, ''));
	return { of: asked.get('class') ?? '', edited: asked.get('edit') ?? '' };
}

/** The fragment, with its `#`. */
export function printAsked({ of, edited }: Asked): string {
	const asked = new URLSearchParams();
	if (of) asked.set('class', of);
	if (edited) asked.set('edit', edited);
	return `#${asked.toString()}`;
}
