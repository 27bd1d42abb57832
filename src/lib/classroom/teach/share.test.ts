import { expect, it } from 'vitest';
import { sharesOf } from './share.ts';

const LINK = 'https://school.example/join#7K3MP0QZ';
const fieldsOf = (title: string) =>
	sharesOf(LINK, title).map(({ href }) => {
		const { origin, pathname, searchParams, hash } = new URL(href);
		return { at: origin + pathname, hash, ...Object.fromEntries(searchParams) };
	});

it('hands the whole link on, with what stands behind its #', () => {
	expect(fieldsOf('History & more')).toEqual([
		{
			at: 'https://classroom.google.com/share',
			hash: '',
			url: LINK,
			title: 'History & more'
		},
		{
			at: 'https://teams.microsoft.com/share',
			hash: '',
			href: LINK,
			msgText: 'History & more',
			assignTitle: 'History & more'
		}
	]);
});

it('names an assignment in Teams no longer than Teams takes', () => {
	const [, teams] = fieldsOf('x'.repeat(300));
	expect(teams).toMatchObject({ msgText: 'x'.repeat(200), assignTitle: 'x'.repeat(50) });
});
