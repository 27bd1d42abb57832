import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import References from './References.svelte';

it('says once, and apart from the title and the date, that a copy was read', async () => {
	const { container } = await render(References, {
		references: [
			{ publisher: 'Wikipedia', title: 'A bridge', copyOnly: true },
			{ publisher: 'The Herald', title: 'Report', date: '2023-09-30', copyOnly: true }
		]
	});
	const lines = [...container.querySelectorAll('li')].map((line) =>
		line.textContent.replace(/\s+/g, ' ').trim()
	);
	expect(lines).toEqual([
		'Wikipedia: A bridge, read in a copy',
		'The Herald: Report, 30 September 2023, read in a copy'
	]);
});
